package org.huzhu.operations.bench;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.city.Townspeople;
import org.huzhu.city.Townspeople.Townsman;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.ClaimKind;
import org.huzhu.claims.ClaimState;
import org.huzhu.claims.PaperKind;
import org.huzhu.claims.ReviewDesk;
import org.huzhu.claims.ReviewDesk.Seen;
import org.huzhu.claims.ReviewStep;
import org.huzhu.claims.judged.Facts;
import org.huzhu.database.Scope;
import org.huzhu.demonstration.TurnedClock;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.facts.Event;
import org.huzhu.kernel.Money;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Paper;
import org.huzhu.members.Wishes;
import org.huzhu.operations.Doors;
import org.huzhu.operations.FirstPlans;
import org.huzhu.operations.PastMonths;
import org.huzhu.operations.PastMonths.Term;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.staff.MemberSignIn;
import org.huzhu.staff.Session;
import org.huzhu.staff.Sessions;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;

/** A district whose members have been under cover for months, and claim. */
final class ClaimsTown {

    private static final int YEAR = 2026;
    private static final int MONTHS = 6;
    private static final int OF_UNIT = 250;
    private static final int BYTE = 256;
    private static final List<Wanted> PLANS =
            List.of(new Wanted("住院津贴", Optional.empty()), new Wanted("住院医疗", Optional.empty()));
    private static final Occasion BEGINNING = new Occasion(LocalDate.of(2020, 1, 1), "测速");

    private final TemporarySociety society;
    private final Codes codes;
    private final Doors doors;
    private final List<Townsman> people;
    private final HttpClient client = HttpClient.newHttpClient();

    ClaimsTown(TemporarySociety society, Codes codes, int members) {
        this.society = society;
        this.codes = codes;
        FirstPlans.lay(society.context());
        Organisation office = open(Tier.OFFICE, "北京办事处", Optional.empty());
        this.doors = new Doors(society.context(), office);
        Townspeople city = new Townspeople(1, YEAR);
        this.people = IntStream.iterate(1, number -> number + 1)
                .mapToObj(city::person)
                .filter(person -> person.id().birthDate().getYear() > YEAR - 50
                        && person.id().birthDate().getYear() < YEAR - 20)
                .limit(members)
                .toList();
        enrol(office);
    }

    private Organisation open(Tier tier, String name, Optional<Organisation> under) {
        Opening opening = new Opening(tier, name, under.map(Organisation::id));
        return Scope.ofSystem().call(() -> society.get(Founding.class).open(opening, BEGINNING));
    }

    private void enrol(Organisation office) {
        TurnedClock clock = society.get(TurnedClock.class);
        LocalDate today = doors.today();
        clock.turnTo(today.minusMonths(MONTHS + 1));
        FirstPlans.open(society.context(), office);
        Organisation agency = open(Tier.AGENCY, "代办处", Optional.of(office));
        List<Term> terms = new ArrayList<>();
        for (int from = 0; from < people.size(); from += OF_UNIT) {
            Organisation unit = open(Tier.UNIT, "单位" + from / OF_UNIT, Optional.of(agency));
            List<String> rows = people.subList(from, Math.min(people.size(), from + OF_UNIT)).stream()
                    .map(person -> Doors.row(person.name(), person.id(), LocalDate.of(2015, 7, 1), person.card(), 1))
                    .toList();
            terms.add(new Term(unit, PLANS, false, rows));
        }
        Money _ = new PastMonths(doors).pass(YearMonth.from(today).minusMonths(MONTHS), terms);
        clock.turnToPresent();
        clock.letGo();
    }

    private Caller staff(Role role, String path, int number) {
        return new Caller(new UUID(1, number), role, Optional.of(path), Optional.empty()).fresh();
    }

    private Caller self(int place) {
        Caller office = staff(Role.OFFICE_REVIEWER, doors.office().path(), 1);
        Paper paper = Paper.parse(Paper.Kind.RESIDENT, people.get(place).id().text());
        UUID id = doors.as(office, () -> society.get(MemberRegister.class).findByPaper(office, paper))
                .getFirst()
                .id();
        return new Caller(id, Role.MEMBER, Optional.empty(), Optional.of(id));
    }

    /** The member of the place claims for a stay; it is decided, or waits to be. */
    UUID claim(int place, boolean isDecided) {
        Caller self = self(place);
        ClaimDesk desk = society.get(ClaimDesk.class);
        self.scope().run(() -> society.get(Wishes.class).consent(self, self.account(), Purpose.MEDICAL, "1", "同意"));
        Facts facts = Facts.of(stay());
        Telling telling = new Telling(self.account(), ClaimKind.STAY, Optional.empty(), facts);
        Claim claim = self.scope().call(() -> desk.begin(self, UUID.randomUUID(), telling));
        for (PaperKind kind : PaperKind.needed(facts.events())) {
            byte[] photo = Snapshots.small(2 * place + kind.ordinal());
            UUID _ = self.scope()
                    .call(() -> desk.add(self, claim.id(), kind, "材料.jpg", new ByteArrayInputStream(photo)));
        }
        int version = file(self, claim).claim().version();
        self.scope().run(() -> desk.file(self, claim.id(), version));
        while (isDecided && file(self, claim).claim().state() instanceof ClaimState.InReview at) {
            pass(claim, at);
        }
        return claim.id();
    }

    private static Event stay() {
        LocalDate in = LocalDate.now(Society.CHINA).minusDays(30);
        LocalDate out = in.plusDays(13);
        return new Event.Stay(
                "1",
                Event.Person.MEMBER,
                in,
                out,
                3,
                Cause.ILLNESS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(out),
                new Event.Costs(Map.of(CostField.SELF_PAID_AFTER_INSURANCE, Money.ofYuan(2_400))),
                Set.of());
    }

    private CaseFile file(Caller by, Claim claim) {
        return by.scope().call(() -> society.get(ClaimDesk.class).caseFile(by, claim.id()));
    }

    private void pass(Claim claim, ClaimState.InReview at) {
        Caller by = staff(role(at.step()), at.turn(), 10 + at.step().ordinal());
        CaseFile file = file(by, claim);
        Seen seen = new Seen(file.claim().version(), file.assessment().due());
        by.scope().run(() -> society.get(ReviewDesk.class).pass(by, claim.id(), seen));
    }

    private static Role role(ReviewStep step) {
        return switch (step) {
            case POINT -> Role.POINT_HANDLER;
            case AGENCY -> Role.AGENCY_HANDLER;
            case AGENCY_REVIEW -> Role.AGENCY_REVIEWER;
            case OFFICE, OFFICE_SECOND -> Role.OFFICE_REVIEWER;
        };
    }

    /** The member of the place, who has come in by a code on his phone and said who he is. */
    Visitor visitor(int place) {
        MemberSignIn door = society.get(MemberSignIn.class);
        String phone = "139%08d".formatted(place);
        String address = "10.1.%d.%d".formatted(place / BYTE, place % BYTE);
        door.ask(phone, address);
        Session.Opened phoneAlone = door.enter(phone, codes.of(phone), address);
        Session session = society.get(Sessions.class).find(phoneAlone.token()).orElseThrow();
        Townsman person = people.get(place);
        Session.Opened opened = door.bind(session, person.id().text(), person.name());
        String site = "http://127.0.0.1:" + society.context().getEnvironment().getRequiredProperty("local.server.port");
        return new Visitor(client, site, opened.token());
    }
}
