package org.huzhu.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;
import static org.huzhu.enrolment.Town.handler;
import static org.huzhu.enrolment.Town.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.enrolment.EnrolmentRefused.Reason;
import org.huzhu.enrolment.Town.Person;
import org.huzhu.enrolment.export.Listed;
import org.huzhu.enrolment.export.RosterDesk;
import org.huzhu.enrolment.export.RosterDesk.Form;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.Money;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Paper;
import org.huzhu.roster.Roster;
import org.huzhu.roster.RosterOrder;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Who is under cover by a batch, listed and as a file. */
@RoomTest
@Import(Town.class)
class RosterExportTest {

    private static final String HOSPITAL = "住院津贴";
    private static final int MORE_THAN_AT_ONCE = 1_100;

    @Autowired
    private Town town;

    @Autowired
    private RosterDesk rosters;

    @Autowired
    private MemberRegister register;

    private byte[] export(Organisation unit, UUID batch, Form form) {
        Caller handler = handler(unit);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        doAs(handler, () -> rosters.write(handler, batch, form, out));
        return out.toByteArray();
    }

    @Test
    void each_cover_stands_once_in_the_order_of_the_roster_with_its_number_masked() {
        Organisation unit = town.unit();
        List<Person> people = people(30);
        UUID batch = town.enrol(unit, people, HOSPITAL);

        Caller handler = handler(unit);
        List<Listed> listed = as(handler, () -> rosters.first(handler, batch, 100));

        assertThat(listed.stream().map(Listed::name))
                .containsExactlyElementsOf(people.stream().map(Person::name).toList());
        assertThat(listed.getFirst().paper())
                .contains(IdNumber.masked(people.getFirst().number()));
        assertThat(listed.getFirst().contribution()).isEqualTo(Money.ofYuan(60));
        assertThat(as(handler, () -> rosters.first(handler, batch, 7))).hasSize(7);
        assertThat(as(handler, () -> rosters.one(handler, listed.getLast().cover())))
                .isEqualTo(listed.getLast());
    }

    @Test
    void the_file_holds_all_of_them_and_no_whole_number() throws IOException {
        Organisation unit = town.unit();
        List<Person> people = people(MORE_THAN_AT_ONCE);
        UUID batch = town.enrol(unit, people, HOSPITAL);

        String text = new String(export(unit, batch, Form.TEXT), UTF_8);
        assertThat(text).startsWith("\uFEFF\"序号\",\"姓名\"");
        assertThat(text.lines()).hasSize(MORE_THAN_AT_ONCE + 1);
        assertThat(text).contains(people.getLast().name()).contains("\"60.00\"");
        assertThat(text).doesNotContainPattern("\\d{17}");

        Path file = Files.createTempFile("roster", ".xlsx");
        Files.write(file, export(unit, batch, Form.WORKBOOK));
        int rows = 0;
        try (Roster roster = Roster.open(file, RosterOrder.usual())) {
            while (roster.next().isPresent()) {
                rows++;
            }
        }
        assertThat(rows).isEqualTo(MORE_THAN_AT_ONCE);
        Files.delete(file);
    }

    @Test
    void whoever_has_left_stands_there_as_he_was_filed() {
        Organisation unit = town.unit();
        Organisation other = town.unit();
        List<Person> people = people(2);
        UUID batch = town.enrol(unit, people, HOSPITAL);
        Caller office = Town.at(Role.AGENCY_HANDLER, town.office());
        UUID member = as(
                office,
                () -> register.findByPaper(
                                office,
                                Paper.parse(
                                        Paper.Kind.RESIDENT, people.getFirst().number()))
                        .getFirst()
                        .id());
        doAs(office, () -> register.transfer(office, member, other.id(), Town.START.minusMonths(2)));

        Caller handler = handler(unit);
        Listed left = as(handler, () -> rosters.first(handler, batch, 100)).getFirst();

        assertThat(left.name()).isEqualTo(people.getFirst().name());
        assertThat(left.paper()).isEqualTo(Optional.empty());
    }

    @Test
    void the_roster_of_another_unit_is_not_there() {
        UUID batch = town.enrol(town.unit(), people(2), HOSPITAL);
        Organisation other = town.unit();

        assertThatThrownBy(() -> export(other, batch, Form.TEXT))
                .isInstanceOfSatisfying(
                        EnrolmentRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NOT_FOUND));
    }
}
