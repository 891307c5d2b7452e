/**
 * The filters on the page: their boxes, the map that ticks the boxes of the regions, the number of
 * practices that each choice would give, and the buttons that remove what is chosen.
 */
import { words } from "../search/terms.js";
import { setUpMap, showMap } from "./region-map.js";

/** @typedef {import("./filters.js").Chosen} Chosen */
/** @typedef {import("./answer.js").Answer} Answer */

/** In a catalogue of up to so many practices, the counts of every filter are fetched at once. In a
 *  larger one, the counts of a filter are fetched when it comes into view. */
const FEW = 300;

export class FilterList {
  /**
   * @param {HTMLFormElement} form
   * @param {number} total  How many practices there are.
   */
  constructor(form, total) {
    this.groups = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-facet]")]);
    this.boxes = /** @type {HTMLInputElement[]} */ (
      [...form.querySelectorAll("[data-facet] input[type=checkbox]")]
    );
    this.keys = this.groups.map(keyOf);
    this.map = /** @type {SVGSVGElement | null} */ (form.querySelector("[data-map]"));
    this.chips = /** @type {HTMLElement} */ (form.querySelector("[data-chips]"));
    /** @type {Answer | null}  The answer whose counts are shown; null for the whole catalogue. */
    this.answer = null;
    /** @type {Set<string>}  The filters whose counts are wanted. */
    this.wanted = new Set(total <= FEW ? this.keys : []);
    if (this.map) setUpMap(this.map, form);
  }

  /** @returns {Chosen}  The values that are ticked. */
  get chosen() {
    const chosen = new Map(this.keys.map((key) => [key, new Set()]));
    for (const box of this.boxes) if (box.checked) chosen.get(box.name)?.add(box.value);
    return chosen;
  }

  /** @param {Chosen} chosen */
  set chosen(chosen) {
    for (const box of this.boxes) {
      box.checked = chosen.get(box.name)?.has(box.value) ?? false;
      if (box.checked) box.closest("details")?.setAttribute("open", "");
    }
  }

  /**
   * @param {string} key
   * @returns {string}  The name of the only ticked value of a filter, or else of the filter.
   */
  nameOf(key) {
    const ticked = this.boxes.filter((box) => box.name === key && box.checked);
    if (ticked.length === 1) return `«${labelOf(ticked[0])}»`;
    const group = this.groups.find((candidate) => keyOf(candidate) === key);
    return `el filtro ${group?.querySelector("legend")?.textContent?.toLowerCase() ?? key}`;
  }

  /**
   * @param {string} query
   * @returns {{ label: string, path: string }[]}  The choices that the query names, each with
   *   the path of its page. A choice may have no practices yet.
   */
  namedIn(query) {
    const asked = new Set(words(query));
    return this.boxes.flatMap((box) => {
      const folder = box.closest("fieldset")?.dataset.folder;
      const label = labelOf(box);
      if (!folder || !words(label).every((word) => asked.has(word))) return [];
      return [{ label, path: `${folder}/${box.value}/` }];
    });
  }

  /**
   * Shows beside each choice how many practices it would give. A filter shows no counts until its
   * values have been fetched.
   * @param {Answer | null} answer  Null for the whole catalogue.
   */
  async showCounts(answer) {
    this.answer = answer;
    this.paint();
    if (!answer || [...this.wanted].every((key) => answer.filters.has(key))) return;
    await answer.filters.load(this.wanted);
    if (answer === this.answer) this.paint();
  }

  /** Shows the counts that are known so far. */
  paint() {
    const { answer, chosen } = this;
    for (const group of this.groups) {
      const key = keyOf(group);
      if (!answer) this.paintGroup(group, null);
      else if (!answer.filters.has(key)) this.paintGroup(group, undefined);
      else this.paintGroup(group, answer.filters.counts(answer.found, chosen, key));
    }
  }

  /**
   * @param {HTMLElement} group
   * @param {Map<string, number> | null | undefined} counts  The counts by value; null for those of
   *   the whole catalogue, undefined for counts that are not known yet.
   */
  paintGroup(group, counts) {
    const shown = new Map();
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (group.querySelectorAll("li[data-total]"))) {
      const place = /** @type {HTMLElement} */ (item.querySelector("[data-count]"));
      const value = place.dataset.count ?? "";
      const count = counts === null ? Number(item.dataset.total) : counts?.get(value) ?? 0;
      shown.set(value, count);
      place.textContent = counts === undefined ? "" : String(count);
      item.classList.toggle("is-empty", counts !== undefined && count === 0);
    }
    if (this.map && this.map.dataset.map === keyOf(group) && counts !== undefined) {
      showMap(this.map, { chosen: this.chosen.get(keyOf(group)) ?? new Set(), counts: shown });
    }
  }

  /** From now on, shows the counts of each filter that comes into view. */
  watch() {
    const observer = new IntersectionObserver((entries) => {
      const before = this.wanted.size;
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) this.wanted.add(keyOf(/** @type {HTMLElement} */ (target)));
      }
      // Without a connection the counts stay unknown; the next answer asks for them again.
      if (this.wanted.size > before) this.showCounts(this.answer).catch(() => {});
    });
    for (const group of this.groups) observer.observe(group);
  }

  /**
   * Shows a button for each ticked value, which removes it.
   * @param {boolean} hasQuery
   * @param {() => void} clear  Removes all filters and the query.
   * @param {HTMLElement} ifNone  The element that takes the focus when no button is left.
   */
  async showChips(hasQuery, clear, ifNone) {
    const ticked = this.boxes.filter((box) => box.checked);
    if (ticked.length === 0 && this.chips.children.length === 0) return;
    const { showChips } = await import("./chips.js");
    if (this.boxes.some((box) => box.checked !== ticked.includes(box))) return;
    const filters = ticked.map((box) => ({
      text: labelOf(box),
      remove: () => box.click(),
    }));
    const several = ticked.length > 1 || (ticked.length === 1 && hasQuery);
    showChips(this.chips, filters, several ? clear : null, ifNone);
  }
}

/** @param {HTMLInputElement} box */
const labelOf = (box) => box.closest("label")?.querySelector(".facet__label")?.textContent ?? box.value;

/** @param {HTMLElement} group */
const keyOf = (group) => group.dataset.facet ?? "";
