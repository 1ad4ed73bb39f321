package org.huzhu.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of who may do what where: for each operation and each role a row, in it for each relation {@code allow} or
 * {@code deny}. There is no rule beside it and no default.
 */
final class Matrix {

    static final String FILE = "/authz-matrix.csv";

    private static final String HEADER = Stream.concat(
                    Stream.of("operation", "role"),
                    Arrays.stream(Relation.values())
                            .map(relation -> relation.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(","));

    private final Map<Operation, Map<Role, Set<Relation>>> allowed = new EnumMap<>(Operation.class);

    private Matrix() {}

    /** That of the society. */
    static Matrix ofSociety() {
        try (@Nullable InputStream file = Matrix.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not there");
            }
            return parse(new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table. Lines that begin with {@code #} say why.
     *
     * @throws IllegalStateException if a row is missing, stands twice, or says something else than it may; names the
     *     line, or the row that is missing
     */
    static Matrix parse(String text) {
        Matrix matrix = new Matrix();
        List<String> lines = text.lines().toList();
        boolean isHeaderRead = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (!isHeaderRead) {
                require(line.equals(HEADER), i, "the header must be " + HEADER);
                isHeaderRead = true;
                continue;
            }
            matrix.add(i, line.split(",", -1));
        }
        matrix.requireWhole();
        return matrix;
    }

    private void add(int line, String[] cells) {
        require(cells.length == Relation.values().length + 2, line, "it has " + cells.length + " cells");
        Operation operation = Arrays.stream(Operation.values())
                .filter(each -> each.title().equals(cells[0]))
                .findFirst()
                .orElseThrow(() -> wrong(line, "there is no operation " + cells[0]));
        Role role = Arrays.stream(Role.values())
                .filter(each -> each.name().equals(cells[1]))
                .findFirst()
                .orElseThrow(() -> wrong(line, "there is no role " + cells[1]));
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        for (Relation relation : Relation.values()) {
            String cell = cells[relation.ordinal() + 2];
            require(cell.equals("allow") || cell.equals("deny"), line, "'" + cell + "' is neither allow nor deny");
            if (cell.equals("allow")) {
                relations.add(relation);
            }
        }
        boolean isNew = allowed.computeIfAbsent(operation, _ -> new EnumMap<>(Role.class))
                        .put(role, relations)
                == null;
        require(isNew, line, "%s of %s stands twice".formatted(cells[0], cells[1]));
    }

    private void requireWhole() {
        for (Operation operation : Operation.values()) {
            for (Role role : Role.values()) {
                if (!allowed.getOrDefault(operation, Map.of()).containsKey(role)) {
                    throw new IllegalStateException(
                            "%s has no row for %s as %s; add it".formatted(FILE, operation.title(), role));
                }
            }
        }
    }

    private static void require(boolean holds, int line, String otherwise) {
        if (!holds) {
            throw wrong(line, otherwise);
        }
    }

    private static IllegalStateException wrong(int line, String why) {
        return new IllegalStateException("%s, line %d: %s".formatted(FILE, line + 1, why));
    }

    boolean allows(Operation operation, Role role, Relation relation) {
        return allowed.getOrDefault(operation, Map.of())
                .getOrDefault(role, Set.of())
                .contains(relation);
    }
}
