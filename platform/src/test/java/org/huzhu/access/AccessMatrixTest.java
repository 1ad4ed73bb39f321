package org.huzhu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.RoomTest;
import org.huzhu.audit.AuditRecord;
import org.huzhu.audit.AuditSearch;
import org.huzhu.audit.AuditSearch.Question;
import org.huzhu.audit.Deed;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Each cell of the table, read here by other means than the society reads it. */
@RoomTest
class AccessMatrixTest {

    private static final String OWN = "bj.east";

    private static final List<Place> PLACES = List.of(
            new Place(Optional.of(OWN), "bj.east"),
            new Place(Optional.of(OWN), "bj.east.street.unit"),
            new Place(Optional.of(OWN), "bj"),
            new Place(Optional.of(OWN), "bj.west.street"),
            new Place(Optional.of(OWN), "sh.east"),
            new Place(Optional.empty(), "bj.east"));

    @Autowired
    private Access access;

    @Autowired
    private AuditSearch search;

    /** Where the caller is, and where the object. */
    private record Place(Optional<String> caller, String object) {}

    @TestFactory
    Stream<DynamicTest> every_cell_is_what_the_society_does() throws IOException {
        return MatrixTest.text()
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("operation,"))
                .map(line -> line.split(",", -1))
                .map(cells -> DynamicTest.dynamicTest(cells[0] + " as " + cells[1], () -> assertRow(cells)));
    }

    private void assertRow(String[] cells) {
        Operation operation = Arrays.stream(Operation.values())
                .filter(each -> each.title().equals(cells[0]))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < PLACES.size(); i++) {
            Place place = PLACES.get(i);
            Caller caller = new Caller(UUID.randomUUID(), Role.valueOf(cells[1]), place.caller(), Optional.empty());
            boolean isAllowed = cells[i + 2].equals("allow");
            assertThat(access.allows(caller, operation, place.object()))
                    .as("%s at %s", Arrays.toString(cells), place)
                    .isEqualTo(isAllowed);
        }
    }

    @Test
    void a_refusal_says_so_and_is_recorded() throws Exception {
        Caller caller = new Caller(UUID.randomUUID(), Role.UNIT_HANDLER, Optional.of(OWN), Optional.empty());

        assertThatThrownBy(() -> access.require(caller, Operation.MEMBER_REVEAL, "bj.west"))
                .isInstanceOf(Refused.class);

        List<AuditRecord> records = caller.scope()
                .call(() -> search.find(Question.all().ofActor(caller.account().toString())));
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.deed().action()).isEqualTo("member.reveal");
            assertThat(record.deed().outcome()).isEqualTo(Deed.Outcome.REFUSED);
            assertThat(record.deed().object()).isEqualTo("bj.west");
        });
    }

    @Test
    void what_is_allowed_passes_and_is_not_recorded_here() throws Exception {
        Caller caller = new Caller(UUID.randomUUID(), Role.UNIT_HANDLER, Optional.of(OWN), Optional.empty());

        access.require(caller, Operation.MEMBER_REVEAL, "bj.east.street");

        assertThat(caller.scope()
                        .call(() -> search.find(
                                Question.all().ofActor(caller.account().toString()))))
                .isEmpty();
    }
}
