package org.huzhu.operations.claims;

import static org.huzhu.plan.CostField.ABOVE_CEILING;
import static org.huzhu.plan.CostField.SELF_PAID_AFTER_INSURANCE;
import static org.huzhu.plan.CostField.SELF_PAY_1;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.catalogue.PlanDesk.Offer;
import org.huzhu.catalogue.PlanFounding;
import org.huzhu.catalogue.StartRule;
import org.huzhu.city.Townspeople;
import org.huzhu.city.Townspeople.Townsman;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.ClaimKind;
import org.huzhu.claims.judged.Facts;
import org.huzhu.database.Scope;
import org.huzhu.demonstration.TurnedClock;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Person;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Sex;
import org.huzhu.members.MemberDetail.Kin;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.MemberFile;
import org.huzhu.members.MemberFile.Relation;
import org.huzhu.members.Paper;
import org.huzhu.operations.Doors;
import org.huzhu.operations.PastMonths;
import org.huzhu.plan.Insured;
import org.huzhu.unions.Organisation;

/**
 * The four cases that were reported on, with people who are made up: each enrolled and paid for, filed, reviewed,
 * approved, paid and answered by the bank on days of then.
 */
final class Cases {

    private static final long SEED = 20140101;
    private static final int PEOPLE_FROM = 700_000;
    private static final LocalDate OPENED = LocalDate.of(2012, 1, 4);
    private static final LocalDate OFFERED_FROM = LocalDate.of(2013, 1, 1);
    private static final LocalDate OFFERED_ANYWAY = LocalDate.of(2014, 1, 1);
    private static final YearMonth DECEMBER_2017 = YearMonth.of(2017, 12);

    private final Doors doors;
    private final Staff staff;
    private final Handling handling;
    private final Cashier cashier;
    private final PastMonths past;
    private final Townspeople people = new Townspeople(SEED, 2014);
    private int next = PEOPLE_FROM;

    Cases(Doors doors, Staff staff, Handling handling, Cashier cashier) {
        this.doors = doors;
        this.staff = staff;
        this.handling = handling;
        this.cashier = cashier;
        this.past = new PastMonths(doors);
    }

    /** Files all four, the oldest first. The agency is another than that whose figures of those years are known. */
    void file() {
        staff.agencies().stream()
                .filter(each -> !each.name().startsWith("东城区"))
                .findFirst()
                .ifPresent(agency -> {
                    Organisation point =
                            staff.first(Role.POINT_HANDLER, agency.path() + ".").orElse(agency);
                    breast(point);
                    ceiling(agency);
                    SmallUnit critical = open("顺达客运工会", agency, people(6, _ -> true));
                    SmallUnit parent = open("启明文具厂工会", agency, people(1, _ -> true));
                    Townsman child = born(2010);
                    past.pass(
                            DECEMBER_2017,
                            List.of(
                                    critical.all(plans("重大疾病"), 2),
                                    parent.all(plans("非工伤意外及家财"), 1),
                                    parent.child(plans("子女意外").getFirst(), child)));
                    critical(critical);
                    child(parent, child);
                });
        doors.get(TurnedClock.class).turnToPresent();
    }

    private SmallUnit open(String name, Organisation above, List<Townsman> people) {
        return SmallUnit.open(doors, name, above, OPENED, people);
    }

    private static List<Wanted> plans(String... names) {
        return List.of(names).stream()
                .map(name -> new Wanted(name, Optional.empty()))
                .toList();
    }

    /** Before 2014 no plan is offered but to these units. */
    private void offer(SmallUnit unit, String... plans) {
        List<Offer> offers = List.of(plans).stream()
                .map(plan -> new Offer(
                        plan,
                        unit.organisation().path(),
                        OFFERED_FROM,
                        Optional.of(OFFERED_ANYWAY),
                        new StartRule.NextMonth()))
                .toList();
        Scope.ofSystem().run(() -> doors.get(PlanFounding.class).open(offers));
    }

    private List<Townsman> people(int count, Predicate<Townsman> such) {
        List<Townsman> found = new ArrayList<>();
        while (found.size() < count) {
            Townsman person = people.person(next++);
            int born = person.id().birthDate().getYear();
            if (born > 1965 && born < 1990 && such.test(person)) {
                found.add(person);
            }
        }
        return found;
    }

    /** 2014: breast cancer, two units of the women's plan, thirteen days in hospital: 24,208 yuan, on paper. */
    private void breast(Organisation above) {
        SmallUnit unit = open("和平印刷厂工会", above, people(1, person -> person.id().sex() == Sex.FEMALE));
        offer(unit, "女工特疾", "住院津贴", "住院医疗");
        past.pass(YearMonth.of(2013, 3), List.of(unit.all(plans("女工特疾"), 2), unit.all(plans("住院津贴", "住院医疗"), 1)));
        LocalDate filed = LocalDate.of(2014, 2, 24);
        handling.on(filed);
        Event stay = Happenings.stay(
                "2",
                LocalDate.of(2014, 2, 5),
                LocalDate.of(2014, 2, 18),
                "C50.900",
                Map.of(SELF_PAID_AFTER_INSURANCE, Money.ofYuan(5_440)));
        Event diagnosis = Happenings.diagnosis("乳腺癌", LocalDate.of(2014, 2, 10));
        Claim claim = handling.filed(
                unit.handler(),
                new Telling(unit.member(0), ClaimKind.WOMEN, Optional.empty(), Facts.of(diagnosis, stay)));
        handling.approve(claim, filed.plusDays(1));
        cashier.pay(filed.plusDays(8), 0);
    }

    /** 2014: four stays of which the member bore 405,000 yuan, at 59: 189,000 yuan after the ceiling was raised. */
    private void ceiling(Organisation above) {
        SmallUnit unit = open("永固建材厂工会", above, List.of(born(1955)));
        offer(unit, "暖互助");
        past.pass(YearMonth.of(2013, 12), List.of(unit.all(plans("暖互助"), 1)));
        LocalDate filed = LocalDate.of(2015, 1, 12);
        PublicMoney.allocate(doors, filed.minusDays(7));
        handling.on(filed);
        Facts facts = Facts.of(
                borne(1, LocalDate.of(2014, 1, 6), LocalDate.of(2014, 2, 20), 21_300, 62_200),
                borne(2, LocalDate.of(2014, 3, 3), LocalDate.of(2014, 4, 10), 10_700, 100_000),
                borne(3, LocalDate.of(2014, 5, 5), LocalDate.of(2014, 6, 10), 10_700, 100_000),
                borne(4, LocalDate.of(2014, 7, 1), LocalDate.of(2014, 8, 10), 100, 100_000));
        Claim claim =
                handling.filed(unit.self(0), new Telling(unit.member(0), ClaimKind.STAY, Optional.empty(), facts));
        handling.approve(claim, filed.plusDays(1));
        cashier.pay(filed.plusDays(7), 0);
    }

    private static Event borne(int number, LocalDate in, LocalDate out, long below, long above) {
        return Happenings.stay(
                Integer.toString(number),
                in,
                out,
                "C22.000",
                Map.of(SELF_PAY_1, Money.ofYuan(below), ABOVE_CEILING, Money.ofYuan(above)));
    }

    /** Somebody born in the year: of a working age in 2014, or made to be by the year of the city. */
    private Townsman born(int year) {
        Townspeople of = new Townspeople(SEED + year, year + 40);
        for (int number = 0; ; number++) {
            Townsman person = of.person(PEOPLE_FROM + number);
            if (person.id().birthDate().getYear() == year
                    && person.id().birthDate().getMonthValue() == 1) {
                return person;
            }
        }
    }

    /** 2018: six people with two units of critical illness each: 20,000 yuan each. */
    private void critical(SmallUnit unit) {
        List<String> diseases = List.of("恶性肿瘤—重度", "较重急性心肌梗死", "严重脑中风后遗症", "冠状动脉搭桥术", "严重慢性肾衰竭", "严重非恶性颅内肿瘤");
        for (int place = 0; place < diseases.size(); place++) {
            LocalDate day = LocalDate.of(2018, 4 + place, 9);
            LocalDate filed = day.plusDays(16);
            handling.on(filed);
            Facts facts = Facts.of(Happenings.diagnosis(diseases.get(place), day));
            Claim claim = handling.filed(
                    unit.self(place), new Telling(unit.member(place), ClaimKind.ILLNESS, Optional.empty(), facts));
            handling.approve(claim, filed.plusDays(1));
            cashier.pay(filed.plusDays(6), 0);
        }
    }

    /** 2018: a child is disabled by an accident, and dies of it later: what was paid first is taken off. */
    private void child(SmallUnit unit, Townsman child) {
        Caller self = unit.self(0);
        UUID member = unit.member(0);
        LocalDate accident = LocalDate.of(2018, 3, 1);
        LocalDate filed = LocalDate.of(2018, 6, 5);
        handling.on(filed);
        handling.agree(self, Purpose.CHILD);
        UUID relative = relative(unit, member, child);
        Person person = new Person(Insured.CHILD, child.name());
        Claim first = handling.filed(
                self,
                new Telling(
                        member,
                        ClaimKind.CHILD,
                        Optional.of(relative),
                        Facts.of(
                                Happenings.accident(
                                        "1", person, accident, List.of(8), Optional.of(LocalDate.of(2018, 6, 1)), 0),
                                Happenings.afterAccident("2", person, accident, accident.plusDays(10), Map.of()))));
        handling.approve(first, filed.plusDays(1));
        cashier.pay(filed.plusDays(6), 0);

        LocalDate again = LocalDate.of(2018, 8, 13);
        handling.on(again);
        Event death = Happenings.deathBy(person, LocalDate.of(2018, 8, 1), accident);
        Claim second =
                handling.filed(self, new Telling(member, ClaimKind.CHILD, Optional.of(relative), Facts.of(death)));
        handling.approve(second, again.plusDays(1));
        cashier.pay(again.plusDays(6), 0);
    }

    private UUID relative(SmallUnit unit, UUID member, Townsman child) {
        Caller handler = unit.handler();
        Relation relation = new Relation(
                Kin.CHILD,
                new PersonName(child.name()),
                Paper.parse(Paper.Kind.RESIDENT, child.id().text()),
                child.id().birthDate());
        return doors.as(
                handler, () -> doors.get(MemberFile.class).addRelative(handler, member, relation, Optional.of(member)));
    }
}
