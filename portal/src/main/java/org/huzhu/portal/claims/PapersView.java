package org.huzhu.portal.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.CaseFile.Paper;
import org.huzhu.claims.PaperKind;
import org.huzhu.portal.Texts;

/**
 * The papers of a claim: one tile for each that is wanted, with what was brought.
 *
 * @param isWhole whether all is there
 * @param isLikely whether some plan gives something for what was told
 */
public record PapersView(List<Tile> tiles, boolean isWhole, boolean isLikely) {

    /**
     * A paper that is wanted, or may be added.
     *
     * @param example what it looks like, in a sentence
     */
    public record Tile(PaperKind kind, String title, String example, List<Paper> papers, boolean isMissing) {

        /** Whether one of its pictures is hard to read. */
        public boolean isBlurred() {
            return papers.stream().anyMatch(paper -> paper.document().blurred());
        }
    }

    static PapersView of(CaseFile file) {
        Set<PaperKind> kinds = new TreeSet<>(PaperKind.needed(file.facts().events()));
        file.papers().forEach(paper -> kinds.add(paper.kind()));
        kinds.add(PaperKind.OTHER);
        List<Tile> tiles = new ArrayList<>();
        for (PaperKind kind : kinds) {
            tiles.add(new Tile(
                    kind,
                    Texts.say(kind),
                    Texts.say("PaperKind." + kind + ".example"),
                    file.papers().stream().filter(paper -> paper.kind() == kind).toList(),
                    file.missing().contains(kind)));
        }
        return new PapersView(
                tiles, file.missing().isEmpty(), file.assessment().due().isPositive());
    }
}
