package org.huzhu.claims;

import static org.huzhu.claims.ClaimRefused.require;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.kin.OwnClaims;
import org.huzhu.claims.recipients.Named;
import org.huzhu.claims.recipients.Recipients;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.MemberDetail.Relative;
import org.huzhu.members.Wishes;
import org.springframework.stereotype.Component;

/** What whoever files must have done before: agreed, and said where the money is to go. */
@Component
class Filer {

    private final Paying paying;
    private final Wishes wishes;
    private final Timing timing;
    private final News news;
    private final OwnClaims own;
    private final Desk desk;

    Filer(Paying paying, Wishes wishes, Timing timing, News news, OwnClaims own, Desk desk) {
        this.paying = paying;
        this.wishes = wishes;
        this.timing = timing;
        this.news = news;
        this.own = own;
        this.desk = desk;
    }

    /** On paper the member signs; on the phone it is agreed that his medical papers are used (PIPL art. 29). */
    void requireReady(Caller caller, Claim claim, Facts facts) {
        boolean isHimself = paying.recipients(claim).isEmpty();
        require(!isHimself || !Recipients.areWanted(facts), Reason.RECIPIENTS_MISSING);
        require(!isHimself || paying.payee(claim.member()).isPresent(), Reason.CARD_MISSING);
        paying.requireWhole(claim);
        require(
                !caller.isForMember() || wishes.hasConsented(caller, claim.member(), Purpose.MEDICAL),
                Reason.CONSENT_MISSING);
    }

    void name(Claim claim, Named named) {
        paying.name(claim, named);
    }

    void unname(Claim claim, int place) {
        paying.unname(claim, place);
    }

    /** Nobody decides on what is his own, or one of his family's. */
    void requireStranger(Caller caller, Claim claim) {
        require(!own.isOwn(caller, claim.member()), Reason.OWN_CLAIM);
    }

    List<Relative> family(Claim claim) {
        return own.family(claim.member());
    }

    /** The promised day, if all papers are there today. */
    LocalDate promised(Claim claim) {
        return timing.promised(claim.id(), desk.today());
    }

    /** The promised day of what is begun anew today. */
    LocalDate promisedAnew() {
        return timing.promised(desk.today());
    }

    /** How many working days it has stood still, this time. */
    int stood(Claim claim) {
        return timing.stood(claim.id(), desk.today());
    }

    News news() {
        return news;
    }

    LocalDate today() {
        return desk.today();
    }

    Instant now() {
        return desk.now();
    }

    UUID freshId() {
        return desk.freshId();
    }

    void done(String action, Claim claim) {
        desk.done(action, claim);
    }
}
