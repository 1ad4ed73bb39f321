package org.huzhu.operations.claims;

import static org.huzhu.plan.CostField.SELF_PAID_AFTER_INSURANCE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.city.Townspeople;
import org.huzhu.city.Townspeople.Townsman;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.ClaimKind;
import org.huzhu.claims.PaperKind;
import org.huzhu.claims.ReviewDesk.Ground;
import org.huzhu.claims.judged.Facts;
import org.huzhu.demonstration.Demonstration.Filled;
import org.huzhu.demonstration.Post;
import org.huzhu.demonstration.TurnedClock;
import org.huzhu.demonstration.Worker;
import org.huzhu.enrolment.Cover;
import org.huzhu.enrolment.Covers;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Person;
import org.huzhu.kernel.Money;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Paper;
import org.huzhu.operations.Doors;
import org.huzhu.operations.PastMonths;
import org.huzhu.unions.Organisation;

/** Some thirty claims of these weeks, in every state, so that whoever signs in finds something to do. */
final class Everyday {

    private static final long SEED = 20260601;
    private static final int PEOPLE_FROM = 400_000;
    private static final int PEOPLE = 18;
    private static final int WAITED_DAYS = 80;
    private static final int OF_EACH_UNIT = 3;
    private static final int BACK = 2;
    private static final int REST_DAYS = 20;
    private static final long LARGE_YUAN = 40_000;

    private final Doors doors;
    private final Filled filled;
    private final Handling handling;
    private final Cashier cashier;
    private final List<Claimant> claimants = new ArrayList<>();
    private final List<Claim> last = new ArrayList<>();
    private int next;

    Everyday(Doors doors, Filled filled, Handling handling, Cashier cashier) {
        this.doors = doors;
        this.filled = filled;
        this.handling = handling;
        this.cashier = cashier;
    }

    /** A member under cover, and the handler who enters what he brings on paper. */
    private record Claimant(UUID member, Caller handler) {

        Caller self() {
            return SmallUnit.self(member);
        }
    }

    /** Files them all, the oldest first. */
    void file(List<Organisation> covered) {
        doors.get(TurnedClock.class).turnToPresent();
        LocalDate today = doors.today();
        atFirstPoint(today);
        covered.forEach(unit -> among(unit, today));
        if (claimants.isEmpty()) {
            return;
        }
        paid(today);
        onTheWay(today);
        ended(today);
        handling.on(today);
    }

    /** A unit below the first point, whose claims come before those who sign in first. */
    private void atFirstPoint(LocalDate today) {
        Organisation point = filled.posts().stream()
                .filter(post -> post.role() == Role.POINT_HANDLER)
                .map(Post::organisation)
                .findFirst()
                .orElseThrow();
        Townspeople town = new Townspeople(SEED, today.getYear());
        List<Townsman> people = new ArrayList<>();
        for (int number = PEOPLE_FROM; people.size() < PEOPLE; number++) {
            Townsman person = town.person(number);
            int age = person.id().ageOn(today);
            if (age > 24 && age < 52) {
                people.add(person);
            }
        }
        LocalDate first = today.withDayOfMonth(1);
        // Cover begins in another month than that of the other units: transfers are numbered by the month.
        LocalDate start = first.minusMonths(first.getMonthValue() == 5 ? 6 : 4);
        SmallUnit unit = SmallUnit.open(doors, "晨光社区服务公司工会", point, start.minusYears(1), people);
        List<Wanted> plans = List.of(
                new Wanted("住院津贴", Optional.empty()),
                new Wanted("住院医疗", Optional.empty()),
                new Wanted("意外伤害", Optional.of("50元档")));
        new PastMonths(doors).pass(PastMonths.before(start), List.of(unit.all(plans, 1)));
        for (int place = 0; place < PEOPLE; place++) {
            claimants.add(new Claimant(unit.member(place), unit.handler()));
        }
    }

    /** Some workers of a unit whose cover has run for long enough. */
    private void among(Organisation unit, LocalDate today) {
        Caller handler = Staff.other(Role.UNIT_HANDLER, unit.path());
        filled.workers().stream()
                .filter(worker -> worker.unit().id().equals(unit.id()))
                .flatMap(worker -> member(handler, worker).stream())
                .filter(member -> isCovered(handler, member, today))
                .limit(OF_EACH_UNIT)
                .forEach(member -> claimants.add(new Claimant(member, handler)));
    }

    private Optional<UUID> member(Caller handler, Worker worker) {
        Paper paper = Paper.parse(Paper.Kind.RESIDENT, worker.id().text());
        return doors.as(handler, () -> doors.get(MemberRegister.class).findByPaper(handler, paper)).stream()
                .map(line -> line.id())
                .findFirst();
    }

    private boolean isCovered(Caller handler, UUID member, LocalDate today) {
        return doors.as(handler, () -> doors.get(Covers.class).held(member)).stream()
                .map(Cover::span)
                .anyMatch(span -> span.contains(today) && span.contains(today.minusDays(WAITED_DAYS)));
    }

    /** Five paid, two given back since the card is closed, three in a batch that nobody released yet. */
    private void paid(LocalDate today) {
        for (int i = 0; i < 7; i++) {
            handling.approve(filed(today.minusDays(16), i % 3 == 0), today.minusDays(15));
        }
        cashier.pay(today.minusDays(9), BACK);
        for (int i = 0; i < 3; i++) {
            handling.approve(filed(today.minusDays(6), false), today.minusDays(5));
        }
        var _ = cashier.file(today.minusDays(2));
    }

    /** On each step of the way; those that wait for the office longest are approved in the end. */
    private void onTheWay(LocalDate today) {
        for (int passes = 0; passes <= 3; passes++) {
            passed(today.minusDays(4), true, passes);
            passed(today.minusDays(3), true, passes);
        }
        for (int i = 0; i < 3; i++) {
            passed(today.minusDays(2), false, 0);
            last.add(passed(today.minusDays(7), false, 1));
        }
        passed(today.minusDays(1), false, 1);
        large(today.minusDays(5));
    }

    private Claim passed(LocalDate day, boolean isOnPaper, int passes) {
        Claim claim = filed(day, isOnPaper);
        for (int pass = 0; pass < passes; pass++) {
            handling.on(day.plusDays(1 + pass / 2));
            handling.pass(claim);
        }
        return claim;
    }

    /** A sum that two approve: a colleague has, and another is to. */
    private void large(LocalDate day) {
        Claimant claimant = claimants.getFirst();
        handling.on(day);
        Claim claim = handling.filed(
                claimant.self(),
                new Telling(claimant.member(), ClaimKind.STAY, Optional.empty(), stay(day, LARGE_YUAN)));
        handling.on(day.plusDays(1));
        handling.pass(claim);
        handling.on(day.plusDays(2));
        handling.passElsewhere(claim);
    }

    /** Drafts, what was given back, refused and withdrawn. */
    private void ended(LocalDate today) {
        handling.on(today.minusDays(1));
        Claimant writing = claimant();
        Claim _ = handling.begin(writing.self(), telling(writing, today.minusDays(1)));
        Claimant nearly = claimant();
        Claim _ = handling.prepared(nearly.self(), telling(nearly, today.minusDays(1)));
        Claimant onPaper = claimant();
        Claim _ = handling.prepared(onPaper.handler(), telling(onPaper, today.minusDays(1)));
        handling.giveBack(passed(today.minusDays(5), false, 0), List.of(PaperKind.DISCHARGE), "出院记录只拍到一半，请重拍整页");
        handling.giveBack(passed(today.minusDays(4), false, 1), List.of(PaperKind.DIAGNOSIS), "请补诊断证明");
        handling.giveBack(passed(today.minusDays(3), true, 1), List.of(), "请写明是否还有商业保险");
        handling.refuse(passed(today.minusDays(8), false, 1), new Ground("住院津贴", "第七条"), "整形美容住院，不在保障之内");
        handling.refuse(passed(today.minusDays(6), true, 1), new Ground("住院医疗", "第七条"), "属于工伤，由工伤保险负担");
        Claimant mistaken = claimants.get(1);
        handling.on(today.minusDays(3));
        Claim claim = handling.filed(mistaken.self(), telling(mistaken, today.minusDays(3)));
        handling.withdraw(mistaken.self(), claim, "填错了，重新申请");
    }

    private Claimant claimant() {
        return claimants.get(next++ % claimants.size());
    }

    private Claim filed(LocalDate day, boolean isOnPaper) {
        handling.on(day);
        Claimant claimant = claimant();
        return handling.filed(isOnPaper ? claimant.handler() : claimant.self(), telling(claimant, day));
    }

    private Telling telling(Claimant claimant, LocalDate day) {
        boolean isAccident = next % 4 == 0;
        return new Telling(
                claimant.member(),
                isAccident ? ClaimKind.ACCIDENT : ClaimKind.STAY,
                Optional.empty(),
                isAccident ? accident(day) : stay(day, 1_800 + 370L * (next % 9)));
    }

    private Facts stay(LocalDate day, long yuan) {
        LocalDate out = day.minusDays(3);
        return Facts.of(Happenings.stay(
                "1", out.minusDays(5 + next % 7), out, "", Map.of(SELF_PAID_AFTER_INSURANCE, Money.ofYuan(yuan))));
    }

    private Facts accident(LocalDate day) {
        LocalDate on = day.minusDays(REST_DAYS + 10);
        Event accident = Happenings.accident("1", Person.MEMBER, on, List.of(), Optional.empty(), REST_DAYS);
        Event stay = Happenings.afterAccident(
                "2", Person.MEMBER, on, on.plusDays(6), Map.of(SELF_PAID_AFTER_INSURANCE, Money.ofYuan(2_600)));
        return Facts.of(accident, stay);
    }

    void approveLast() {
        last.forEach(handling::pass);
    }
}
