/**
 * The list of results: cards, a few at a time, and the events and pages that answer too.
 */
import { decorateCards } from "../choosing/choice-buttons.js";
import { element } from "../shared/element.js";
import { highlight, wanted } from "../search/highlight.js";
import { loadSearch } from "../search/search.js";
import * as routes from "../shared/routes.js";
import { seeWhere } from "../quoting/see-where.js";

const PAGE = 10;

export class Results {
  /**
   * @param {HTMLElement} list  The list, which arrives with the catalogue's first cards.
   * @param {HTMLElement} others  The list of events and pages.
   * @param {HTMLElement} more  The button that shows more cards.
   */
  constructor(list, others, more) {
    this.list = list;
    this.others = others;
    this.more = more;
    this.first = [...list.children];
    this.page = 1;
    /** @type {(() => Promise<void>) | null} */
    this.next = null;
    this.label = more.textContent;
    let isFetching = false;
    more.addEventListener("click", async () => {
      // A second press during the fetch would bring the same cards again.
      if (isFetching) return;
      isFetching = true;
      try {
        await this.next?.();
        more.textContent = this.label;
      } catch {
        more.textContent = "No se pudo traer más. Revise su conexión y vuelva a intentar";
      }
      isFetching = false;
    });
  }

  /**
   * Shows the cards that the page arrived with.
   * @param {number} total  How many practices there are.
   */
  showFirst(total) {
    this.list.replaceChildren(...this.first);
    this.showOthers([]);
    this.more.hidden = total <= this.first.length;
    this.next = async () => location.assign(`${routes.ALL_PRACTICES}2/`);
  }

  /** Shows nothing. */
  clear() {
    this.list.replaceChildren();
    this.showOthers([]);
    this.more.hidden = true;
  }

  /**
   * @param {import("./answer.js").Answer} answer
   * @param {() => boolean} isCurrent  Whether no later request has been made.
   */
  async show(answer, isCurrent) {
    const [cards, others] = await Promise.all([
      this.cards(answer, 0, PAGE),
      Promise.all(answer.others.map((document) => answer.index.card(document))),
    ]);
    if (!isCurrent()) return;
    this.page = 1;
    this.more.textContent = this.label;
    this.list.replaceChildren(...cards);
    decorateCards(this.list);
    this.showOthers(others);
    await this.mark(answer, [...cards, ...this.others.querySelectorAll("li")]);
    this.more.hidden = answer.shown.length <= PAGE;
    this.next = async () => {
      const from = this.page * PAGE;
      const cards = await this.cards(answer, from, from + PAGE);
      if (!isCurrent()) return;
      this.page++;
      this.list.append(...cards);
      decorateCards(this.list);
      await this.mark(answer, cards);
      this.more.hidden = answer.shown.length <= this.page * PAGE;
      cards[0]?.querySelector("a")?.focus();
    };
  }

  /** @param {import("../search/files.js").Card[]} cards  The cards of events and pages. */
  showOthers(cards) {
    this.others.hidden = cards.length === 0;
    this.others.querySelector("ul")?.replaceChildren(...cards.map(({ html }) => {
      const item = document.createElement("li");
      item.append(...nodesOf(html));
      return item;
    }));
  }

  /**
   * @param {import("./answer.js").Answer} answer
   * @param {number} from
   * @param {number} to
   * @returns {Promise<Element[]>}  The cards of that range of the answer.
   */
  async cards(answer, from, to) {
    const documents = (await answer.first(to)).slice(from);
    const cards = await Promise.all(documents.map((document) => answer.index.card(document)));
    return cards.flatMap(({ html }) => nodesOf(html));
  }

  /**
   * Marks the words of the query in the elements, and adds the query to their links, so that the
   * pages that they lead to mark its words too.
   * @param {import("./answer.js").Answer} answer
   * @param {Element[]} elements
   */
  async mark({ search }, elements) {
    if (!search || search.plan.groups.length === 0) return;
    const { reading } = search.plan;
    const loaded = await loadSearch();
    const terms = wanted(reading, loaded);
    for (const group of search.plan.groups) for (const term of group) terms.add(term);
    for (const card of elements) {
      for (const link of card.querySelectorAll("a")) link.search = `?${new URLSearchParams({ q: reading })}`;
      highlight(card, terms, loaded);
      if (card.querySelector("mark")) continue;
      card.insertBefore(unseen(card, reading, terms), card.querySelector(":scope > .choices"));
    }
  }
}

/**
 * @param {Element} card  A card without any word of the query.
 * @param {string} query
 * @param {Set<string>} terms
 * @returns {HTMLElement}  A line that says so, with a button that quotes the page.
 */
function unseen(card, query, terms) {
  const link = /** @type {HTMLAnchorElement} */ (card.querySelector("a"));
  return element("div", { className: "where" }, "Sus palabras no se ven aquí. ", ...seeWhere(link, query, terms));
}

/**
 * @param {string} html  HTML from the site's own templates, which escape all content.
 * @returns {Element[]}
 */
function nodesOf(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return [...template.content.children];
}
