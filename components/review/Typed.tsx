import { Written } from '#ui/Written';

/** Paragraphs that people typed in either language, each in its own direction. */
export function Typed({ children }: { children: string }) {
  return (
    <div className="grid w-fit max-w-prose">
      {children.split('\n').map((paragraph, index) => {
        const key = `${index} ${paragraph.length}`;
        return (
          <p key={key} dir="auto" className="min-h-[1lh]">
            <Written>{paragraph}</Written>
          </p>
        );
      })}
    </div>
  );
}
