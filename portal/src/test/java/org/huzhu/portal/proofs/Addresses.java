package org.huzhu.portal.proofs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of all addresses, {@code addresses.txt}; its head says how a line is written. */
final class Addresses {

    private static final String NONE = "NONE";
    private static final Set<String> UNGUARDED = Set.of("open", "own");

    private final List<Row> rows;
    private final Set<String> withoutAddress;

    /**
     * A line of the table.
     *
     * @param who an operation, {@code open} or {@code own}
     * @param object what the id in the address is
     * @param isRefusedOnly whether an allowed request would change something, and so is not sent
     */
    record Row(String method, String address, String who, String object, boolean isRefusedOnly, String form) {

        boolean isGuarded() {
            return !UNGUARDED.contains(who);
        }

        String named() {
            return method + " " + address;
        }
    }

    private Addresses(List<Row> rows, Set<String> withoutAddress) {
        this.rows = rows;
        this.withoutAddress = withoutAddress;
    }

    static Addresses read() {
        try (InputStream file = Addresses.class.getResourceAsStream("addresses.txt")) {
            List<String[]> lines = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s+", 5))
                    .toList();
            return new Addresses(
                    lines.stream()
                            .filter(cells -> !cells[0].equals(NONE))
                            .map(Addresses::row)
                            .toList(),
                    lines.stream()
                            .filter(cells -> cells[0].equals(NONE) && cells.length > 2)
                            .map(cells -> cells[1])
                            .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String[] cells) {
        String form = cells.length > 4 ? cells[4] : "";
        boolean isRefusedOnly = form.startsWith("!");
        return new Row(cells[0], cells[1], cells[2], cells[3], isRefusedOnly, isRefusedOnly ? form.substring(1) : form);
    }

    List<Row> rows() {
        return rows;
    }

    /** The operations that no address serves, each with its reason. */
    Set<String> withoutAddress() {
        return withoutAddress;
    }
}
