package org.huzhu.portal.claims;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.CaseFile.Paper;
import org.huzhu.claims.ClaimState;
import org.huzhu.claims.PaperKind;
import org.huzhu.claims.StepTaken;
import org.huzhu.portal.Texts;

/**
 * The papers of a claim: one tile for each that is wanted, with what was brought. Of a claim that was given back, what
 * was asked for comes first, alone.
 *
 * @param rest what was brought before and nobody asked for again
 * @param isWhole whether all is there
 * @param isLikely whether some plan gives something for what was told
 * @param isAgain whether it was given back
 * @param said what whoever gave it back said; empty where he said nothing
 * @param differences where receipts say otherwise than was told
 */
public record PapersView(
        List<Tile> tiles,
        List<Tile> rest,
        boolean isWhole,
        boolean isLikely,
        boolean isAgain,
        String said,
        List<String> differences) {

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
        Optional<StepTaken> back = givenBack(file);
        Set<PaperKind> asked = back.map(PapersView::asked).orElse(Set.of());
        Instant since = back.map(StepTaken::at).orElse(Instant.EPOCH);
        Set<PaperKind> kinds = new TreeSet<>(PaperKind.needed(file.facts().events()));
        kinds.addAll(file.missing());
        file.papers().forEach(paper -> kinds.add(paper.kind()));
        kinds.addAll(asked);
        kinds.add(PaperKind.OTHER);
        List<Tile> tiles = new ArrayList<>();
        List<Tile> rest = new ArrayList<>();
        for (PaperKind kind : kinds) {
            Tile tile = tile(file, kind, asked.contains(kind), since);
            boolean isAside = !asked.isEmpty() && !asked.contains(kind) && !tile.isMissing();
            (isAside && kind != PaperKind.OTHER ? rest : tiles).add(tile);
        }
        return new PapersView(
                tiles,
                rest,
                file.missing().isEmpty(),
                file.assessment().due().isPositive(),
                back.isPresent(),
                back.flatMap(StepTaken::said).orElse(""),
                ReceiptFilling.differences(file, Optional.empty()));
    }

    /** The step that gave it back, while it is. */
    private static Optional<StepTaken> givenBack(CaseFile file) {
        return file.claim().state() instanceof ClaimState.Returned
                ? file.steps().reversed().stream()
                        .filter(step -> step.what() == StepTaken.What.RETURNED)
                        .findFirst()
                : Optional.empty();
    }

    private static Set<PaperKind> asked(StepTaken back) {
        return back.subjects().stream().map(PaperKind::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** What was asked for again is missing until it is brought again. */
    private static Tile tile(CaseFile file, PaperKind kind, boolean isAsked, Instant since) {
        List<Paper> papers =
                file.papers().stream().filter(paper -> paper.kind() == kind).toList();
        boolean isOld =
                isAsked && papers.stream().noneMatch(paper -> paper.addedAt().isAfter(since));
        return new Tile(
                kind,
                Texts.say(kind),
                Texts.say("PaperKind." + kind + ".example"),
                papers,
                isOld || file.missing().contains(kind));
    }

    /** All tiles. */
    public List<Tile> all() {
        return Stream.concat(tiles.stream(), rest.stream()).toList();
    }

    /** Whether all that was asked for is there. */
    public boolean isBrought() {
        return all().stream().noneMatch(Tile::isMissing);
    }
}
