package org.huzhu.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a line goes back to the handler: his own cells, and beside them what is wrong and what to do. */
final class ErrorCells {

    static final List<String> ADDED = List.of("问题", "怎么改");

    private final Header header;
    private final List<Integer> kept = new ArrayList<>();

    ErrorCells(Header header) {
        this.header = header;
        for (int place = 0; place < header.texts().size(); place++) {
            if (!header.isOfErrors(place)) {
                kept.add(place);
            }
        }
    }

    /** How many columns are the handler's own; the two that are added follow them. */
    int own() {
        return kept.size();
    }

    List<String> header() {
        List<String> cells = new ArrayList<>();
        kept.forEach(place -> cells.add(header.texts().get(place)));
        cells.addAll(ADDED);
        return cells;
    }

    /** What stood beyond the last header is put behind the two that are added, so that nothing is lost. */
    List<String> of(RosterLine line) {
        List<String> cells = new ArrayList<>();
        kept.forEach(
                place -> cells.add(place < line.cells().size() ? line.cells().get(place) : ""));
        cells.add(line.troubles().stream()
                .map(each -> each.column().title() + "：" + each.wrong())
                .distinct()
                .collect(Collectors.joining("；")));
        cells.add(line.troubles().stream().map(Trouble::remedy).distinct().collect(Collectors.joining("；")));
        for (int place = header.texts().size(); place < line.cells().size(); place++) {
            cells.add(line.cells().get(place));
        }
        return cells;
    }

    /** The places of the cells that are wrong, as they go back. */
    List<Integer> wrong(RosterLine line) {
        return line.troubles().stream()
                .map(trouble -> header.places().get(trouble.column()))
                .map(place -> place == null ? own() : kept.indexOf(place))
                .distinct()
                .toList();
    }
}
