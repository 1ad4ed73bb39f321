package org.huzhu.demonstration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnitFacts.Kind;

/** The organisations of the demonstration, as {@code organisations.txt} lists them: what is indented stands below. */
final class Blueprint {

    private static final String FILE = "organisations.txt";
    private static final int INDENT = 2;

    private static final Map<String, Tier> TIERS =
            Map.of("办事处", Tier.OFFICE, "代办处", Tier.AGENCY, "街道", Tier.STREET, "代办点", Tier.POINT, "单位", Tier.UNIT);

    private static final Map<String, Kind> KINDS = Map.of(
            "国有企业", Kind.STATE_ENTERPRISE,
            "非公企业", Kind.PRIVATE_ENTERPRISE,
            "事业单位", Kind.INSTITUTION,
            "机关", Kind.GOVERNMENT,
            "社会组织", Kind.SOCIETY);

    private Blueprint() {}

    /**
     * A line of the list.
     *
     * @param depth how many are above it
     * @param hostedIn the service centre that houses it
     */
    record Place(int depth, Tier tier, String name, Kind kind, int staff, int women, Optional<String> hostedIn) {}

    /** All places, each after what it stands below. */
    static List<Place> places() {
        try (InputStream file = Objects.requireNonNull(Blueprint.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Blueprint::place)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Place place(String line) {
        String bare = line.strip();
        List<String> parts = List.of(bare.split("\\s*\\|\\s*", -1));
        List<String> head = List.of(parts.getFirst().split(" ", 2));
        Tier tier = TIERS.get(head.getFirst());
        Kind kind = parts.size() < 4 ? null : KINDS.get(parts.get(1));
        if (tier == null || kind == null || head.size() < 2) {
            throw new IllegalArgumentException(
                    "'%s' is no line of %s: tier, name, kind, staff and women are wanted".formatted(bare, FILE));
        }
        return new Place(
                line.indexOf(bare) / INDENT,
                tier,
                head.getLast(),
                kind,
                Integer.parseInt(parts.get(2)),
                Integer.parseInt(parts.get(3)),
                parts.size() > 4 ? Optional.of(parts.get(4)) : Optional.empty());
    }
}
