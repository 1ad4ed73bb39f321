package org.huzhu.portal.console;

import static org.huzhu.portal.Texts.say;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.unions.Dossier;
import org.huzhu.unions.Milestone;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.huzhu.unions.UnitFacts;
import org.springframework.stereotype.Component;

/** The history of an organisation in sentences, the latest first. */
@Component
public class Past {

    private final UnionTree tree;

    Past(UnionTree tree) {
        this.tree = tree;
    }

    /**
     * Something that happened.
     *
     * @param other the organisation that the sentence ends with, where the caller reaches it
     * @param reason empty text where none was asked for
     */
    public record Line(LocalDate day, String says, Optional<Organisation> other, String reason) {}

    List<Line> of(Dossier dossier) {
        List<Line> lines = new ArrayList<>();
        dossier.history().forEach(milestone -> lines.add(line(milestone)));
        for (int i = 1; i < dossier.known().size(); i++) {
            UnitFacts.Dated dated = dossier.known().get(i);
            lines.add(new Line(
                    dated.day(),
                    say("history.staff", dated.facts().staff(), dated.facts().women()),
                    Optional.empty(),
                    ""));
        }
        // What is sorted alike keeps its order, and that is the oldest first.
        lines.sort(Comparator.comparing(Line::day));
        return lines.reversed();
    }

    private Line line(Milestone milestone) {
        Optional<UUID> other = switch (milestone.kind()) {
            case OPENED, MOVED -> milestone.parent();
            case RENAMED, CLOSED, MERGED, TOOK_IN, SPLIT_OFF, GAVE_OFF, ACTS_FOR -> milestone.other();
        };
        Optional<Organisation> reached = other.flatMap(tree::find);
        String says = says(milestone);
        boolean isElsewhere = other.isPresent() && reached.isEmpty();
        return new Line(
                milestone.day(), isElsewhere ? says + say("history.elsewhere") : says, reached, milestone.reason());
    }

    private static String says(Milestone milestone) {
        return switch (milestone.kind()) {
            case OPENED ->
                milestone.parent().isPresent()
                        ? say("history.OPENED", milestone.name().orElse(""))
                        : say("history.OPENED.top", milestone.name().orElse(""));
            case RENAMED -> say("history.RENAMED", milestone.name().orElse(""));
            case ACTS_FOR ->
                milestone
                        .province()
                        .map(province -> say("history.ACTS_FOR", province))
                        .orElseGet(() -> say("history.ACTS_FOR.ends"));
            case MOVED, CLOSED, MERGED, TOOK_IN, SPLIT_OFF, GAVE_OFF -> say("history." + milestone.kind());
        };
    }
}
