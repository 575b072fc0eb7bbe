import type { JSX } from "preact";
import { Link } from "../../components/link.js";
import { about as aboutTexts } from "../../texts/about.js";
import { texts } from "../../texts/english.js";
import { start as startTexts } from "../../texts/start.js";
import type { OpenView } from "../view.js";

const say = aboutTexts;

/** What this is, how its answers are made, and what they cannot tell. */
export function open(): OpenView {
  return {
    async show(_, stage) {
      stage.title(say.title);
      stage.draw(<AboutPage />);
    },
  };
}

function AboutPage(): JSX.Element {
  return (
    <article class="stack about">
      <header class="lead">
        <h1 tabIndex={-1}>{say.title}</h1>
        <p class="prose">{startTexts.whatNot}</p>
      </header>
      {say.parts.map(({ title, paragraphs }) => (
        <section key={title} class="stack tight">
          <h2>{title}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph} class="prose">
              {paragraph}
            </p>
          ))}
        </section>
      ))}
      <p class="row">
        <Link href="/">{texts.trouble.start}</Link>
        <a href="/docs">{say.docs}</a>
        <a href="/graphql">{texts.shell.api}</a>
      </p>
    </article>
  );
}
