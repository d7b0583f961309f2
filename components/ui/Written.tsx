/** A telephone number with its country’s code: beside Arabic its sign would go to the other side, and its groups with it. */
const telephone = /(\+\d(?:[\d ()-]*\d)?)/;

/** Text as people wrote it, in which what is read from left to right in every language keeps its order. */
export const Written = ({ children }: { children: string }) =>
  children.split(telephone).map((piece, index) => {
    // Every second piece is one that was looked for.
    const key = `${index} ${piece.length}`;
    return index % 2 ? (
      <bdi key={key} dir="ltr">
        {piece}
      </bdi>
    ) : (
      piece
    );
  });
