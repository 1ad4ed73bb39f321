package org.huzhu.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.database.BeyondReach;
import org.huzhu.kernel.Money;
import org.huzhu.notices.Notice;
import org.huzhu.notices.Outbox;
import org.huzhu.notices.Template;
import org.huzhu.payments.Payables;
import org.huzhu.payments.PaymentNews;
import org.huzhu.payments.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the member what has become of his claim, in the transaction in which it does. */
@Component
class News {

    private static final String KIND = "claim";

    private final Outbox outbox;
    private final JdbcClaims claims;
    private final Payables payables;
    private final BeyondReach beyond;

    News(Outbox outbox, JdbcClaims claims, Payables payables, BeyondReach beyond) {
        this.outbox = outbox;
        this.payables = payables;
        this.claims = claims;
        this.beyond = beyond;
    }

    /** If somebody filed for him, he must know, to take it back where it is not his will. */
    void filed(Claim claim, LocalDate until, boolean isByProxy) {
        Template template = isByProxy ? Template.CLAIM_FILED_FOR_HIM : Template.CLAIM_FILED;
        tell(claim, "filed", template, Map.of("number", claim.number(), "until", until.toString()));
    }

    void returned(Claim claim) {
        tell(claim, "returned", Template.CLAIM_RETURNED, Map.of("number", claim.number()));
    }

    void approved(Claim claim, Money sum) {
        tell(claim, "approved", Template.CLAIM_APPROVED, Map.of("number", claim.number(), "sum", yuan(sum)));
    }

    void refused(Claim claim) {
        tell(claim, "refused", Template.CLAIM_REFUSED, Map.of("number", claim.number()));
    }

    void withdrawn(Claim claim) {
        tell(claim, "withdrawn", Template.CLAIM_WITHDRAWN, Map.of("number", claim.number()));
    }

    void reopened(Claim claim) {
        tell(claim, "reopened", Template.CLAIM_REOPENED, Map.of("number", claim.number()));
    }

    /** One event a version: what happens twice to one version is told once. */
    private void tell(Claim claim, String what, Template template, Map<String, String> words) {
        String event = "claim/" + claim.id() + "/" + what + "/" + claim.version();
        beyond.run(() -> outbox.tell(
                new Notice(event, claim.member(), claim.path(), template, words, Optional.of(link(claim.id())))));
    }

    private static String link(UUID claim) {
        return "/m/claims/" + claim;
    }

    private static String yuan(Money sum) {
        return "%,d.%02d".formatted(sum.fen() / 100, Math.abs(sum.fen() % 100));
    }

    /** Banks answer of many at once: all of them are told in one go. */
    @EventListener
    void on(PaymentNews news) {
        List<PaymentNews.Item> ours =
                news.items().stream().filter(item -> item.kind().equals(KIND)).toList();
        if (!ours.isEmpty()) {
            beyond.run(() -> tell(news, ours));
        }
    }

    private void tell(PaymentNews news, List<PaymentNews.Item> items) {
        Map<UUID, Claim> found =
                claims.all(items.stream().map(PaymentNews.Item::reference).collect(Collectors.toSet()));
        Map<String, Standing> standing =
                payables.standing(items.stream().map(PaymentNews.Item::key).toList());
        outbox.tell(items.stream()
                .flatMap(item -> Stream.ofNullable(found.get(item.reference()))
                        .map(claim -> notice(news, item, claim, standing)))
                .toList());
    }

    private static Notice notice(PaymentNews news, PaymentNews.Item item, Claim claim, Map<String, Standing> standing) {
        String event = item.key() + "/" + item.day() + "/";
        return switch (news) {
            case PaymentNews.Paid _ ->
                new Notice(
                        event + "paid",
                        claim.member(),
                        claim.path(),
                        Template.BENEFIT_PAID,
                        Map.of("sum", yuan(item.sum()), "card", cardEnd(standing.get(item.key()))),
                        Optional.of(link(claim.id())));
            case PaymentNews.Returned _ ->
                new Notice(
                        event + "returned",
                        claim.member(),
                        claim.path(),
                        Template.BENEFIT_RETURNED_BY_BANK,
                        Map.of("sum", yuan(item.sum())),
                        Optional.of("/m/card"));
        };
    }

    private static String cardEnd(@Nullable Standing standing) {
        return Optional.ofNullable(standing).flatMap(Standing::cardEnd).orElse("");
    }
}
