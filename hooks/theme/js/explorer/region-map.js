/**
 * The map of the regions, which ticks their boxes at the touch of a finger or a mouse. The choices
 * stay in the boxes: the map only shows them.
 */
import { counted } from "../shared/spanish.js";

/**
 * Makes a click on a region tick its box, and a second click untick it. A click cannot tick a
 * region without practices, whose box is not visible; the map only names it.
 * @param {SVGSVGElement} svg
 * @param {HTMLFormElement} form  The form of the boxes, whose name is the map's `data-map`.
 */
export function setUpMap(svg, form) {
  const caption = captionOf(svg);
  const hint = caption.textContent ?? "";
  svg.addEventListener("click", (event) => {
    const shape = shapeAt(event);
    const fields = /** @type {HTMLInputElement[]} */ ([...form.elements]);
    const box = fields.find(
      ({ name, value }) => name === svg.dataset.map && value === shape?.dataset.region,
    );
    if (shape && (shape.dataset.total !== "0" || box?.matches(":checked"))) box?.click();
  });
  svg.addEventListener("pointerover", (event) => name(shapeAt(event)));
  // A lifted finger leaves the map too, but the name of the region stays, so that it can be read.
  svg.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") name(null);
  });

  /** @param {SVGElement | null} shape */
  function name(shape) {
    caption.dataset.mapCaption = shape?.dataset.region ?? "";
    caption.textContent = shape?.querySelector("title")?.textContent ?? hint;
  }
}

/**
 * Marks the chosen regions, and shades each region by the number of practices that it would give.
 * @param {SVGSVGElement} svg
 * @param {{ chosen: Set<string>, counts: Map<string, number> }} shown
 */
export function showMap(svg, { chosen, counts }) {
  const shades = (svg.dataset.shades ?? "").split(" ").filter(Boolean).map(Number);
  const caption = captionOf(svg);
  for (const shape of /** @type {NodeListOf<SVGElement>} */ (svg.querySelectorAll("[data-region]"))) {
    const { region = "", label } = shape.dataset;
    const count = counts.get(region) ?? 0;
    const title = `${label}: ${counted(count)}`;
    const isChosen = chosen.has(region);
    shape.dataset.shade = String(shades.filter((first) => first <= count).length);
    /** @type {Element} */ (shape.querySelector("title")).textContent = title;
    if (region === caption.dataset.mapCaption) caption.textContent = title;
    // A chosen region is drawn last, so that no neighbour covers its edge.
    if (isChosen && !shape.classList.contains("is-chosen")) shape.parentElement?.append(shape);
    shape.classList.toggle("is-chosen", isChosen);
  }
}

/**
 * @param {Event} event
 * @returns {SVGElement | null}  The region that is pointed at.
 */
function shapeAt(event) {
  return /** @type {Element} */ (event.target).closest("[data-region]");
}

/**
 * @param {SVGSVGElement} svg
 * @returns {HTMLElement}  The line under the map with the name of the region that is pointed at.
 */
function captionOf(svg) {
  return /** @type {HTMLElement} */ (
    svg.closest("[data-map-frame]")?.querySelector("[data-map-caption]")
  );
}
