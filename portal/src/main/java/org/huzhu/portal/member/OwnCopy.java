package org.huzhu.portal.member;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.DateSpan;
import org.huzhu.members.MemberDetail;
import org.huzhu.members.proxies.Acting.Offer;
import org.huzhu.members.proxies.Proxies.Grant;
import org.huzhu.portal.Texts;

/**
 * All that is kept of a member, in words that he can read: on his page, on paper, and as JSON. Numbers stay masked.
 *
 * @param proxies whom he lets act for him, or let
 * @param acts for whom he may act now
 * @param corrections that he asked for, the newest first
 */
public record OwnCopy(
        String name,
        String sex,
        LocalDate birthOn,
        String paperKind,
        String paper,
        String phone,
        LocalDate admittedOn,
        List<Line> work,
        List<Line> cards,
        List<Line> categories,
        List<Line> family,
        List<Line> consents,
        List<Line> proxies,
        List<Line> acts,
        List<Wished> corrections) {

    public OwnCopy {
        work = List.copyOf(work);
        cards = List.copyOf(cards);
        categories = List.copyOf(categories);
        family = List.copyOf(family);
        consents = List.copyOf(consents);
        proxies = List.copyOf(proxies);
        acts = List.copyOf(acts);
        corrections = List.copyOf(corrections);
    }

    /** Something kept of him, and what is to be known of it: since when, until when. */
    public record Line(String what, String more) {}

    /** Something that he asked to be put right. */
    public record Wished(String subject, LocalDate askedOn, String state, String answer) {}

    /** Who acts for him, and for whom he does. */
    record Family(List<Line> proxies, List<Line> acts) {

        static Family of(List<Grant> given, List<Offer> held, LocalDate today) {
            return new Family(
                    given.stream()
                            .map(grant -> proxy(grant.span().from(), FamilyLine.of(grant, today)))
                            .toList(),
                    held.stream().map(Family::act).toList());
        }

        private static Line proxy(LocalDate from, FamilyLine line) {
            return new Line(line.name() + " " + line.phone(), Texts.say("own.proxy", from, line.last(), line.state()));
        }

        private static Line act(Offer offer) {
            String state = Texts.say(offer.isAccepted() ? "own.act.accepted" : "own.act.waits");
            return new Line(offer.member(), Texts.say("own.act", offer.until().minusDays(1), state));
        }
    }

    /**
     * Puts it into words.
     *
     * @param units the names of the units where he worked
     * @param family who acts for whom, in words
     */
    static OwnCopy of(MemberDetail detail, Map<UUID, String> units, Family family, ZoneId zone) {
        var line = detail.line();
        return new OwnCopy(
                line.name(),
                Texts.say(line.sex()),
                line.birthOn(),
                Texts.say(line.paperKind()),
                line.paper(),
                line.phone().orElseGet(() -> Texts.say("none")),
                line.admittedOn(),
                detail.employments().stream()
                        .map(work -> new Line(
                                units.getOrDefault(work.unit(), Texts.say("member.elsewhere")), days(work.span())))
                        .toList(),
                detail.cards().stream().map(card -> card(card, zone)).toList(),
                detail.categories().stream()
                        .map(each -> new Line(Texts.say(each.kind()), days(each.span())))
                        .toList(),
                detail.relatives().stream()
                        .map(each -> new Line(
                                Texts.say(each.kin()) + " " + each.name(),
                                Texts.say("own.relative", each.birthOn(), each.paper())))
                        .toList(),
                detail.consents().stream().map(each -> consent(each, zone)).toList(),
                family.proxies(),
                family.acts(),
                detail.corrections().stream()
                        .map(each -> correction(each, zone))
                        .toList());
    }

    private static String days(DateSpan span) {
        return span.until().equals(LocalDate.MAX)
                ? Texts.say("member.since", span.from())
                : Texts.say("member.between", span.from(), span.until());
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }

    private static Line card(MemberDetail.Card card, ZoneId zone) {
        return new Line(
                Texts.say(card.kind()) + " " + card.number(),
                card.replacedAt()
                        .map(at -> Texts.say("own.card.replaced", day(at, zone)))
                        .orElseGet(() -> Texts.say("member.card.live")));
    }

    private static Line consent(MemberDetail.Consent consent, ZoneId zone) {
        LocalDate given = day(consent.givenAt(), zone);
        return new Line(
                Texts.say(consent.purpose()),
                consent.withdrawnAt()
                        .map(at -> Texts.say("own.consent.withdrawn", given, day(at, zone)))
                        .orElseGet(() -> Texts.say("own.consent.given", given, consent.version())));
    }

    private static Wished correction(MemberDetail.Correction wish, ZoneId zone) {
        Optional<Boolean> done = wish.done();
        String state = done.isEmpty() ? "correction.waits" : done.get() ? "correction.done" : "correction.refused";
        return new Wished(
                wish.subject(),
                day(wish.askedAt(), zone),
                Texts.say(state),
                wish.answer().orElse(""));
    }
}
