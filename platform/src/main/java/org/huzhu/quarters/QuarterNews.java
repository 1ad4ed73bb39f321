package org.huzhu.quarters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.database.BeyondReach;
import org.huzhu.kernel.Money;
import org.huzhu.notices.Notice;
import org.huzhu.notices.Outbox;
import org.huzhu.notices.Template;
import org.huzhu.payments.PaymentNews;
import org.huzhu.quarters.JdbcLines.Placed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes what banks say of lines, and tells the members, in the transaction that takes the answer. */
@Component
class QuarterNews {

    private final JdbcLines lines;
    private final Outbox outbox;
    private final BeyondReach beyond;

    QuarterNews(JdbcLines lines, Outbox outbox, BeyondReach beyond) {
        this.lines = lines;
        this.outbox = outbox;
        this.beyond = beyond;
    }

    /** Of many at once, a thousand each. */
    @EventListener
    void on(PaymentNews news) {
        List<PaymentNews.Item> ours = news.items().stream()
                .filter(item -> item.kind().equals(Owes.KIND))
                .toList();
        if (!ours.isEmpty()) {
            beyond.run(() -> take(news, ours));
        }
    }

    private void take(PaymentNews news, List<PaymentNews.Item> items) {
        List<UUID> ids = items.stream().map(PaymentNews.Item::reference).toList();
        Map<UUID, Placed> found = lines.byId(ids).stream()
                .collect(java.util.stream.Collectors.toMap(each -> each.line().id(), each -> each));
        switch (news) {
            case PaymentNews.Paid _ -> {
                items.stream()
                        .map(PaymentNews.Item::day)
                        .distinct()
                        .forEach(day -> lines.paid(
                                items.stream()
                                        .filter(item -> item.day().equals(day))
                                        .map(PaymentNews.Item::reference)
                                        .toList(),
                                day));
                lines.endOf(ids);
            }
            case PaymentNews.Returned _ -> {
                lines.paid(ids, null);
                lines.beginAgain(ids);
            }
        }
        outbox.tell(items.stream()
                .flatMap(item ->
                        Stream.ofNullable(found.get(item.reference())).flatMap(line -> notice(news, item, line)))
                .toList());
    }

    private static Stream<Notice> notice(PaymentNews news, PaymentNews.Item item, Placed placed) {
        QuarterLine line = placed.line();
        String event = item.key() + "/" + item.day() + "/";
        return line.member().stream().map(member -> switch (news) {
            case PaymentNews.Paid _
            when line.quarter().isYearly() ->
                new Notice(
                        event + "paid",
                        member,
                        placed.path(),
                        Template.YEAR_PAID,
                        Map.of(
                                "year", String.valueOf(line.quarter().year()),
                                "sum", yuan(item.sum()),
                                "card", line.cardEnd()),
                        Optional.of("/m/quarters/" + line.id()));
            case PaymentNews.Paid _ ->
                new Notice(
                        event + "paid",
                        member,
                        placed.path(),
                        Template.QUARTER_PAID,
                        Map.of(
                                "year", String.valueOf(line.quarter().year()),
                                "quarter", String.valueOf(line.quarter().quarter()),
                                "sum", yuan(item.sum()),
                                "card", line.cardEnd()),
                        Optional.of("/m/quarters/" + line.id()));
            case PaymentNews.Returned _ ->
                new Notice(
                        event + "returned",
                        member,
                        placed.path(),
                        Template.BENEFIT_RETURNED_BY_BANK,
                        Map.of("sum", yuan(item.sum())),
                        Optional.of("/m/card"));
        });
    }

    static String yuan(Money sum) {
        return "%,d.%02d".formatted(sum.fen() / 100, Math.abs(sum.fen() % 100));
    }
}
