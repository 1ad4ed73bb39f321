package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.ReviewDesk.Seen;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.money.OwnPhone;
import org.huzhu.database.Home;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.enrolment.Order;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.huzhu.facts.Event;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Phone;
import org.huzhu.members.MemberDetail.CardKind;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.MemberFile;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Wishes;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.unions.Organisation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** Members under cover who claim, and those who decide, in short words for the tests. */
@TestComponent
class Claimants {

    static final String CASH = "住院津贴";
    static final String EXPENSE = "住院医疗";
    static final String ACCIDENT = "意外伤害";

    private static final String CODE = "验证码 ";
    private static final int CODE_DIGITS = 6;
    private static final int FEW = 60;
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Town town;
    private final Outcome outcome;
    private final ClaimDesk desk;
    private final ReviewDesk review;
    private final MemberFile file;
    private final SetClock clock;
    private final Map<List<String>, Deque<Supplier<Claimant>>> waiting = new HashMap<>();
    private int many = FEW;

    @Autowired
    private Wishes wishes;

    @Autowired
    private MemberRegister register;

    @Autowired
    private OwnPhone phones;

    @Autowired
    private Home home;

    Claimants(Town town, Outcome outcome, ClaimDesk desk, ReviewDesk review, MemberFile file, SetClock clock) {
        this.town = town;
        this.outcome = outcome;
        this.desk = desk;
        this.review = review;
        this.file = file;
        this.clock = clock;
    }

    /** A member with a card, who agreed that his papers are read, and those above him. */
    record Claimant(UUID member, Organisation agency, Organisation point, Organisation unit) {

        Caller self() {
            return new Caller(member, Role.MEMBER, Optional.empty(), Optional.of(member));
        }
    }

    /** There shall be so many with cash for days in hospital: to be said before the first of all is asked for. */
    void many(int count) {
        many = count;
    }

    /** A member who was in no test before, under cover of the plans for more than two months. */
    Claimant covered(String... plans) {
        if (waiting.isEmpty()) {
            Stream.of(List.of(CASH), List.of(EXPENSE), List.of(CASH, EXPENSE), List.of(ACCIDENT))
                    .forEach(this::enrol);
            while (!today().isAfter(Town.START.plusDays(70))) {
                clock.advance(Duration.ofDays(1));
            }
        }
        Claimant claimant =
                Objects.requireNonNull(waiting.get(List.of(plans))).remove().get();
        doAs(claimant.self(), () -> wishes.consent(claimant.self(), claimant.member(), Purpose.MEDICAL, "1", "同意"));
        return claimant;
    }

    private void enrol(List<String> plans) {
        Organisation agency = town.agency();
        Organisation point = town.point(agency);
        Organisation unit = town.unit(point);
        List<Town.Person> people = Town.people(plans.equals(List.of(CASH)) ? many : FEW);
        List<Wanted> wanted = plans.stream()
                .map(plan -> new Wanted(plan, plan.equals(ACCIDENT) ? Optional.of("26元档") : Optional.empty()))
                .toList();
        UUID batch =
                town.enrol(Town.handler(unit), new Order(unit.id(), wanted, Town.START, 1, Channel.DIRECT), people);
        outcome.pay(batch, today());
        Caller handler = Town.at(Role.AGENCY_HANDLER, agency);
        Deque<Supplier<Claimant>> ready = new ArrayDeque<>();
        for (Town.Person person : people) {
            ready.add(() -> {
                UUID member = outcome.members(unit, person).getFirst();
                doAs(handler, () -> file.giveCard(handler, member, CardKind.UNION, card()));
                return new Claimant(member, agency, point, unit);
            });
        }
        waiting.put(plans, ready);
    }

    static CardNumber card() {
        return CardNumber.withCheckDigit("622202%012d".formatted(NEXT.incrementAndGet()));
    }

    void later(Duration time) {
        clock.advance(time);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** That the member holds his phone, which the register has: he is sent a code, and types it. */
    OwnPhone.Proof proof(Claimant claimant) {
        Caller agent = agent(claimant);
        Phone phone = Phone.parse("137%08d".formatted(NEXT.incrementAndGet()));
        doAs(agent, () -> register.changePhone(agent, claimant.member(), Optional.of(phone)));
        Caller self = claimant.self();
        assertThat(as(self, () -> phones.ask(self, "192.0.2.1")))
                .hasValue(phone.digits().substring(7));
        return as(self, () -> phones.prove(self, lastCode()).orElseThrow());
    }

    /** The code that was sent last. */
    String lastCode() {
        try {
            String messages = Files.readString(home.logs().resolve("messages.jsonl"));
            int at = messages.lastIndexOf(CODE) + CODE.length();
            return messages.substring(at, at + CODE_DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stay of so many days that began so many days ago, of which the member bore so much himself. */
    Event.Stay stay(int daysAgo, int days, long yuan) {
        LocalDate in = today().minusDays(daysAgo);
        return new Event.Stay(
                "1",
                Event.Person.MEMBER,
                in,
                in.plusDays(days),
                3,
                Cause.ILLNESS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(in.plusDays(days)),
                new Event.Costs(Map.of(CostField.SELF_PAID_AFTER_INSURANCE, Money.ofYuan(yuan))),
                Set.of());
    }

    /** An accident so many days ago, after which he had to rest so many days. */
    Event.Accident accident(int daysAgo, int rest) {
        return new Event.Accident(
                "2",
                Event.Person.MEMBER,
                today().minusDays(daysAgo),
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                rest,
                0,
                List.of(),
                Set.of());
    }

    Claim begin(Claimant claimant, Event... events) {
        Caller self = claimant.self();
        Telling telling = new Telling(claimant.member(), ClaimKind.STAY, Optional.empty(), Facts.of(events));
        return as(self, () -> desk.begin(self, UUID.randomUUID(), telling));
    }

    void bring(Claimant claimant, Claim claim, PaperKind... kinds) {
        for (PaperKind kind : kinds) {
            UUID _ = as(
                    claimant.self(),
                    () -> desk.add(claimant.self(), claim.id(), kind, "照片.jpg", new ByteArrayInputStream(photo())));
        }
    }

    void bring(Claimant claimant, Claim claim, PaperKind kind, byte[] photo) {
        UUID _ = as(
                claimant.self(),
                () -> desk.add(claimant.self(), claim.id(), kind, "照片.jpg", new ByteArrayInputStream(photo)));
    }

    CaseFile caseFile(Caller caller, Claim claim) {
        return as(caller, () -> desk.caseFile(caller, claim.id()));
    }

    CaseFile own(Claimant claimant, Claim claim) {
        return caseFile(claimant.self(), claim);
    }

    void file(Claimant claimant, Claim claim) {
        int version = own(claimant, claim).claim().version();
        doAs(claimant.self(), () -> desk.file(claimant.self(), claim.id(), version));
    }

    /** A claim for a stay with all its papers, handed in. */
    Claim filed(Claimant claimant, Event... events) {
        Claim claim = begin(claimant, events);
        bring(claimant, claim, PaperKind.needed(List.of(events)).toArray(PaperKind[]::new));
        file(claimant, claim);
        return claim;
    }

    Caller agent(Claimant claimant) {
        return Town.at(Role.AGENCY_HANDLER, claimant.agency());
    }

    Caller office() {
        return Town.at(Role.OFFICE_REVIEWER, town.office());
    }

    Seen seen(Caller caller, Claim claim) {
        CaseFile file = caseFile(caller, claim);
        return new Seen(file.claim().version(), file.assessment().due());
    }

    /** Looks, and lets pass what he has seen. */
    void pass(Caller caller, Claim claim) {
        Seen seen = seen(caller, claim);
        doAs(caller, () -> review.pass(caller, claim.id(), seen));
    }

    /** Lets it pass through all steps. */
    void approve(Claimant claimant, Claim claim) {
        pass(agent(claimant), claim);
        while (own(claimant, claim).claim().state() instanceof ClaimState.InReview) {
            pass(office(), claim);
        }
    }

    static void assertRefused(ThrowingCallable work, Reason reason) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ClaimRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    /** A sharp picture that was in no test before. */
    static byte[] photo() {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        Random chance = new Random(NEXT.incrementAndGet());
        for (int i = 0; i < 200; i++) {
            pen.setColor(new Color(chance.nextInt(0x1000000)));
            pen.fillRect(chance.nextInt(400), chance.nextInt(300), 20, 20);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
