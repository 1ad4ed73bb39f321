package org.huzhu.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huzhu.roster.table.Handmade;

/** Rosters for tests, and all that is read from them. */
record Rosters(Header header, List<RosterLine> lines, List<String> notices) {

    /** A number of a made-up woman, born 1990-03-07. */
    static final String PAPER = "11010119900307002X";

    static final String OTHER = "110101199003070038";

    static Rosters read(Path file, RosterOrder order) {
        try (Roster roster = Roster.open(file, order)) {
            List<RosterLine> lines = new ArrayList<>();
            for (Optional<RosterLine> line = roster.next(); line.isPresent(); line = roster.next()) {
                lines.add(line.get());
            }
            return new Rosters(roster.header(), lines, roster.notices());
        }
    }

    static Rosters read(Path file) {
        return read(file, RosterOrder.usual());
    }

    /** What is read from a text. */
    static Rosters of(String text) {
        return within(folder -> read(Handmade.text(folder, text, UTF_8)));
    }

    static Rosters of(Handmade book) {
        return within(folder -> read(book.in(folder)));
    }

    /** Something that needs a folder. */
    interface InFolder<T> {
        T in(Path folder) throws IOException;
    }

    static <T> T within(InFolder<T> work) {
        try {
            Path folder = Files.createTempDirectory("roster");
            try {
                return work.in(folder);
            } finally {
                try (var files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one line of a roster of one person, with these columns. */
    static RosterLine line(String header, String cells) {
        return of(header + "\n" + cells + "\n").lines().getFirst();
    }

    /** A person of whom one more thing is said. */
    static RosterLine with(Column column, String cell) {
        return line("姓名,证件号码," + column.title(), "王芳," + PAPER + ",\"" + cell + "\"");
    }

    /** A person in a workbook, with a cell of it as XML. */
    static RosterLine withCell(Column column, String cell) {
        String rows = Handmade.row(1, "姓名", "证件号码", column.title()) + Handmade.row(2, "王芳", PAPER, cell);
        return of(new Handmade().sheet(rows)).lines().getFirst();
    }

    static RosterLine withPaper(String paper) {
        return line("姓名,证件号码", "王芳,\"" + paper + "\"");
    }

    static RosterLine withName(String name) {
        return line("姓名,证件号码", "\"" + name + "\"," + PAPER);
    }
}
