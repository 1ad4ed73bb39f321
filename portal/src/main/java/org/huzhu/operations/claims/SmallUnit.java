package org.huzhu.operations.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.city.Townspeople.Townsman;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.kernel.CreditCode;
import org.huzhu.kernel.Sex;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Paper;
import org.huzhu.operations.Doors;
import org.huzhu.operations.PastMonths.Term;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnitFacts;
import org.huzhu.unions.UnitFacts.Contact;
import org.huzhu.unions.UnitFacts.Kind;

/** A small unit of which everybody takes part. */
record SmallUnit(Doors doors, Organisation organisation, List<Townsman> people) {

    SmallUnit {
        people = List.copyOf(people);
    }

    /** Opens it on the day, with these people and no others. */
    static SmallUnit open(Doors doors, String name, Organisation above, LocalDate day, List<Townsman> people) {
        int women = (int) people.stream()
                .filter(person -> person.id().sex() == Sex.FEMALE)
                .count();
        UnitFacts facts = new UnitFacts(
                Optional.empty(),
                Optional.of(CreditCode.withChecks(
                        "91110101", "MD%06d".formatted(Math.floorMod(name.hashCode(), 1_000_000)))),
                Kind.PRIVATE_ENTERPRISE,
                people.size(),
                women,
                Optional.empty());
        Contact contact = new Contact(people.getFirst().name(), "010-60000000");
        Occasion occasion = new Occasion(day, "演示数据");
        Organisation unit = Scope.ofSystem().call(() -> {
            Founding founding = doors.get(Founding.class);
            Organisation opened = founding.open(new Opening(Tier.UNIT, name, Optional.of(above.id())), occasion);
            founding.state(opened.id(), facts, contact, occasion);
            return opened;
        });
        return new SmallUnit(doors, unit, people);
    }

    /** All of them under the plans, each with so many units of cover. */
    Term all(List<Wanted> plans, int units) {
        LocalDate since = LocalDate.of(2010, 7, 1);
        List<String> rows = new ArrayList<>();
        people.forEach(person -> rows.add(Doors.row(person.name(), person.id(), since, person.card(), units)));
        return new Term(organisation, plans, false, rows);
    }

    /** A child of the first of them. */
    Term child(Wanted plan, Townsman child) {
        return new Term(
                organisation,
                List.of(plan),
                false,
                List.of(Doors.child(child.name(), child.id(), people.getFirst().id())));
    }

    Caller handler() {
        return Staff.other(Role.UNIT_HANDLER, organisation.path());
    }

    /** The member of a place from 0. */
    UUID member(int place) {
        Caller handler = handler();
        Paper paper = Paper.parse(Paper.Kind.RESIDENT, people.get(place).id().text());
        return doors.as(handler, () -> doors.get(MemberRegister.class).findByPaper(handler, paper))
                .getFirst()
                .id();
    }

    /** The member himself. */
    Caller self(int place) {
        return self(member(place));
    }

    static Caller self(UUID member) {
        return new Caller(member, Role.MEMBER, Optional.empty(), Optional.of(member));
    }
}
