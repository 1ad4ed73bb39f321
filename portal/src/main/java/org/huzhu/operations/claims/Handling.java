package org.huzhu.operations.claims;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.ClaimState;
import org.huzhu.claims.PaperKind;
import org.huzhu.claims.ReviewDesk;
import org.huzhu.claims.ReviewDesk.Ground;
import org.huzhu.claims.ReviewDesk.Seen;
import org.huzhu.claims.ReviewStep;
import org.huzhu.demonstration.TurnedClock;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.Wishes;
import org.huzhu.operations.Doors;

/** How claims are entered and looked at, in short words: each step by whoever it falls to. */
final class Handling {

    private final Doors doors;
    private final Staff staff;
    private final ClaimDesk desk;
    private final ReviewDesk review;

    Handling(Doors doors, Staff staff) {
        this.doors = doors;
        this.staff = staff;
        this.desk = doors.get(ClaimDesk.class);
        this.review = doors.get(ReviewDesk.class);
    }

    /** It is the day now, for all that is done next. */
    void on(LocalDate day) {
        doors.get(TurnedClock.class).turnTo(day);
    }

    /** Begins a claim, without papers. */
    Claim begin(Caller by, Telling telling) {
        return doors.as(by, () -> desk.begin(by, UUID.randomUUID(), telling));
    }

    /** Begins a claim and brings a picture of each paper that its events need. */
    Claim prepared(Caller by, Telling telling) {
        Claim claim = begin(by, telling);
        for (PaperKind kind : PaperKind.needed(telling.facts().events())) {
            byte[] picture =
                    Pictures.of(kind, claim.number(), telling.facts().events().getFirst());
            UUID _ = doors.as(by, () -> desk.add(by, claim.id(), kind, "材料.jpg", new ByteArrayInputStream(picture)));
        }
        return claim;
    }

    /** A claim with all its papers, handed in; whoever does so by phone agrees that they are read. */
    Claim filed(Caller by, Telling telling) {
        if (by.role() == Role.MEMBER) {
            agree(by, Purpose.MEDICAL);
        }
        Claim claim = prepared(by, telling);
        int version = file(by, claim).claim().version();
        run(by, () -> desk.file(by, claim.id(), version));
        return claim;
    }

    /** The member agrees to the purpose. */
    void agree(Caller self, Purpose purpose) {
        run(self, () -> doors.get(Wishes.class).consent(self, self.account(), purpose, "1", "同意用于办理互助保障"));
    }

    /** Lets it pass, in the name of whoever has the turn. */
    void pass(Claim claim) {
        passAs(turn(claim), claim);
    }

    /** Lets it pass, in the name of a colleague of whoever has the turn. */
    void passElsewhere(Claim claim) {
        Caller usual = turn(claim);
        passAs(staff.second(usual.role(), usual.path().orElseThrow()), claim);
    }

    private void passAs(Caller by, Claim claim) {
        Seen seen = seen(by, claim);
        run(by, () -> review.pass(by, claim.id(), seen));
    }

    /** Lets it pass on all steps, the first on the day, one a day. */
    void approve(Claim claim, LocalDate from) {
        LocalDate day = from;
        while (now(claim).state() instanceof ClaimState.InReview) {
            on(day);
            pass(claim);
            day = day.plusDays(1);
        }
    }

    void giveBack(Claim claim, List<PaperKind> missing, String said) {
        Caller by = turn(claim);
        Seen seen = seen(by, claim);
        run(by, () -> review.giveBack(by, claim.id(), seen, missing, said));
    }

    void refuse(Claim claim, Ground ground, String said) {
        Caller by = turn(claim);
        Seen seen = seen(by, claim);
        run(by, () -> review.refuse(by, claim.id(), seen, ground, said));
    }

    void withdraw(Caller by, Claim claim, String reason) {
        int version = file(by, claim).claim().version();
        run(by, () -> desk.withdraw(by, claim.id(), version, reason));
    }

    /** As it stands, without all that a case file has beside it. */
    private Claim now(Claim claim) {
        Caller office = staff.official(Role.OFFICE_REVIEWER);
        return doors.as(office, () -> review.numbered(office, claim.number())).orElseThrow();
    }

    private CaseFile file(Caller by, Claim claim) {
        return doors.as(by, () -> desk.caseFile(by, claim.id()));
    }

    private Seen seen(Caller by, Claim claim) {
        CaseFile file = file(by, claim);
        return new Seen(file.claim().version(), file.assessment().due());
    }

    private Caller turn(Claim claim) {
        if (!(now(claim).state() instanceof ClaimState.InReview at)) {
            throw new IllegalStateException("It is nobody's turn at " + claim.number());
        }
        return at.step() == ReviewStep.OFFICE_SECOND
                ? staff.second(Role.OFFICE_REVIEWER, at.turn())
                : staff.at(role(at.step()), at.turn());
    }

    private static Role role(ReviewStep step) {
        return switch (step) {
            case POINT -> Role.POINT_HANDLER;
            case AGENCY -> Role.AGENCY_HANDLER;
            case AGENCY_REVIEW -> Role.AGENCY_REVIEWER;
            case OFFICE, OFFICE_SECOND -> Role.OFFICE_REVIEWER;
        };
    }

    private void run(Caller by, Runnable work) {
        boolean _ = doors.as(by, () -> {
            work.run();
            return true;
        });
    }
}
