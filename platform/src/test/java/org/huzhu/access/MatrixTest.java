package org.huzhu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTest {

    @Test
    void an_operation_without_a_row_for_each_role_does_not_load() throws IOException {
        List<String> lines = text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("#") || line.startsWith("operation")) {
                continue;
            }
            String without = text().replace(line + "\n", "");
            String[] cells = line.split(",", -1);
            assertThatThrownBy(() -> Matrix.parse(without))
                    .hasMessageContaining("no row for %s as %s", cells[0], cells[1]);
        }
    }

    @Test
    void what_cannot_be_meant_does_not_load() throws IOException {
        String row = "member.view,AUDITOR,allow,allow,deny,deny,deny,deny\n";
        assertThat(text()).contains(row);

        assertRefused(row + row, "stands twice");
        assertRefused(row.replace("allow", "yes"), "'yes' is neither allow nor deny");
        assertRefused(row.replace(",deny\n", "\n"), "it has 7 cells");
        assertRefused(row + "member.forget,AUDITOR,deny,deny,deny,deny,deny,deny\n", "no operation member.forget");
        assertRefused(row + "member.view,KING,deny,deny,deny,deny,deny,deny\n", "no role KING");
        assertThatThrownBy(() -> Matrix.parse(text().replace("own,below", "below,own")))
                .hasMessageContaining("the header must be");
    }

    private static void assertRefused(String instead, String why) throws IOException {
        String row = "member.view,AUDITOR,allow,allow,deny,deny,deny,deny\n";
        String text = text().replace(row, instead);
        assertThatThrownBy(() -> Matrix.parse(text)).hasMessageContaining(why).hasMessageContaining(", line ");
    }

    @ParameterizedTest
    @CsvSource({
        "bj.east, bj.east, OWN",
        "bj.east, bj.east.street.unit, BELOW",
        "bj.east.street, bj, ABOVE",
        "bj.east, bj.west, SIBLING",
        "bj.east, bj.eastern, SIBLING",
        "bj.east, bj.west.street, SIBLING",
        "bj.east, bjs.east, OTHER",
        "bj, sh, OTHER",
        "'', bj, BELOW",
        "bj, '', ABOVE",
        "'', '', OWN"
    })
    void a_relation_is_worked_out_from_paths(String caller, String object, Relation relation) {
        assertThat(Relation.of(Optional.of(caller), object)).isEqualTo(relation);
    }

    @Test
    void whoever_acts_for_no_organisation_has_no_relation_to_any() {
        assertThat(Relation.of(Optional.empty(), "bj")).isEqualTo(Relation.NONE);
        assertThat(Relation.of(Optional.empty(), "")).isEqualTo(Relation.NONE);
    }

    /** What the table must never say, whoever edits it. */
    @Test
    void nothing_is_allowed_in_another_office_or_beside() {
        Matrix matrix = Matrix.ofSociety();
        for (Operation operation : Operation.values()) {
            for (Role role : Role.values()) {
                assertThat(matrix.allows(operation, role, Relation.OTHER)).isFalse();
                assertThat(matrix.allows(operation, role, Relation.SIBLING)).isFalse();
                assertThat(matrix.allows(operation, role, Relation.NONE)).isEqualTo(isHis(operation, role));
            }
        }
    }

    /** All that is his own is a member's; claims alone, his whom he lets act for him. */
    private static boolean isHis(Operation operation, Role role) {
        return switch (role) {
            case MEMBER -> operation.title().startsWith("own.");
            case MEMBER_PROXY -> operation == Operation.OWN_CLAIM;
            default -> false;
        };
    }

    static String text() throws IOException {
        try (var file = MatrixTest.class.getResourceAsStream(Matrix.FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
