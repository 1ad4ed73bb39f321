package org.huzhu.quarters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.CardNumber;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.Wishes;
import org.huzhu.members.payees.OwnCard;
import org.huzhu.quarters.Officers.Office;
import org.huzhu.quarters.filed.Filing;
import org.huzhu.quarters.filed.Filings;
import org.huzhu.quarters.filed.Filings.Taken;
import org.huzhu.unions.Organisation;
import org.springframework.boot.test.context.TestComponent;

/** Members with cards, and who files for them for costs above the ceiling. */
@TestComponent
class Filers {

    private static final String HEADER = "身份证号,封顶线以上,单位补充,商业保险,医疗救助\n";

    private static final AtomicInteger YEAR = new AtomicInteger(2014);

    private final Town town;
    private final Officers officers;
    private final Filings filings;
    private final Wishes wishes;
    private final OwnCard cards;

    Filers(Town town, Officers officers, Filings filings, Wishes wishes, OwnCard cards) {
        this.town = town;
        this.officers = officers;
        this.filings = filings;
        this.wishes = wishes;
        this.cards = cards;
    }

    /** A year that nobody else tries: the town has one office, and so each year of it only once. */
    static int year() {
        return YEAR.getAndIncrement();
    }

    /** A member with a card, and who files for him and looks at it at his agency. */
    record Filer(String number, Caller handler, Caller reviewer, Caller self) {}

    Filer filer() {
        Organisation agency = town.agency();
        List<Town.Person> him = Town.people(1);
        UUID member = officers.member(town.unit(agency), him);
        Caller self = new Caller(member, Role.MEMBER, Optional.empty(), Optional.of(member));
        officers.as(self, () -> {
            wishes.consent(self, member, Purpose.BANK, "1", "同意");
            return cards.give(self, CardNumber.withCheckDigit("622202129999999"));
        });
        return new Filer(
                him.getFirst().number(),
                Town.at(Role.AGENCY_HANDLER, agency),
                Town.at(Role.AGENCY_REVIEWER, agency),
                self);
    }

    /** The one above them all. */
    Office office() {
        return Officers.of(town.office());
    }

    Taken enter(Caller handler, int year, String rows) {
        return officers.as(
                handler,
                () -> filings.enter(
                        handler, Officers.PLAN, year, new ByteArrayInputStream((HEADER + rows).getBytes(UTF_8))));
    }

    /** The last that was filed below his agency. */
    Filing filing(Filer filer, int year) {
        return officers.as(filer.reviewer(), () -> filings.all(filer.reviewer(), year, 10))
                .getFirst();
    }

    boolean pass(Caller by, Filer filer, int year) {
        Filing filing = filing(filer, year);
        return officers.as(by, () -> filings.pass(by, filing.id(), filing.version()));
    }

    /** Entered, let pass by the agency, accepted by the office. */
    void accepted(Filer filer, int year, String sums) {
        assertThat(enter(filer.handler(), year, filer.number() + "," + sums + "\n")
                        .wrong())
                .isEmpty();
        assertThat(pass(filer.reviewer(), filer, year)).isTrue();
        assertThat(pass(office().reviewer(), filer, year)).isTrue();
    }
}
