package org.huzhu.contributions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.contributions.Split.By;
import org.huzhu.contributions.Split.Part;
import org.huzhu.contributions.Split.PerHead;
import org.huzhu.contributions.Split.Rest;
import org.huzhu.contributions.Split.Rule;
import org.huzhu.contributions.Split.Share;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Enrolment.Payer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who pays, as it was said. */
@Repository
class JdbcSplits {

    private static final String LATER = """
            select exists (select from contributions.split
                           where unit = :unit and plan = :plan and from_on >= :from and""" + Desk.IN + ")";

    private static final String END = """
            update contributions.split set until_on = :from
            where unit = :unit and plan = :plan and until_on is null and""" + Desk.IN;

    private static final String ADD = """
            insert into contributions.split (id, unit, path, plan, from_on, set_by, set_at)
            values (:id, :unit, cast(:path as ltree), :plan, :from, :by, :at)
            """;

    private static final String ADD_SHARE = """
            insert into contributions.split_share (split, path, place, payer, organisation, sponsor, rule, amount)
            values (:id, cast(:path as ltree), :place, :payer, :organisation, :sponsor, :rule, :amount)
            """;

    private static final String AT = """
            select s.payer, s.organisation, s.sponsor, s.rule, s.amount
            from contributions.split p join contributions.split_share s on s.split = p.id
            where p.unit = :unit and p.plan = :plan and p.from_on <= :day and (p.until_on is null or p.until_on > :day)
              and""" + Desk.in("p") + "order by s.place";

    private static final String PER_HEAD = "PER_HEAD";
    private static final String PART = "PART";
    private static final String REST = "REST";

    private final JdbcClient database;

    JdbcSplits(JdbcClient database) {
        this.database = database;
    }

    /** What somebody said, and when. */
    record Said(UUID id, UUID unit, String path, String plan, LocalDate from, String by, OffsetDateTime at) {}

    /** Whether something is said that begins on the day or later. */
    boolean isSaidLater(UUID unit, String plan, LocalDate from) {
        return database.sql(LATER)
                .param("unit", unit)
                .param("plan", plan)
                .param("from", from)
                .param("reach", Desk.reach())
                .query(Boolean.class)
                .single();
    }

    void set(Said said, Split split) {
        database.sql(END)
                .param("unit", said.unit())
                .param("plan", said.plan())
                .param("from", said.from())
                .param("reach", Desk.reach())
                .update();
        database.sql(ADD)
                .param("id", said.id())
                .param("unit", said.unit())
                .param("path", said.path())
                .param("plan", said.plan())
                .param("from", said.from())
                .param("by", said.by())
                .param("at", said.at())
                .update();
        int place = 0;
        for (Share share : split.shares()) {
            add(said, place++, share);
        }
    }

    private void add(Said said, int place, Share share) {
        By by = share.by();
        database.sql(ADD_SHARE)
                .param("id", said.id())
                .param("path", said.path())
                .param("place", place)
                .param("payer", by.payer().name())
                .param("organisation", by.organisation().orElse(null), Types.OTHER)
                .param("sponsor", by.sponsor().orElse(null), Types.VARCHAR)
                .param("rule", word(share.rule()))
                .param("amount", amount(share.rule()), Types.BIGINT)
                .update();
    }

    private static String word(Rule rule) {
        return switch (rule) {
            case PerHead _ -> PER_HEAD;
            case Part _ -> PART;
            case Rest _ -> REST;
        };
    }

    private static @Nullable Long amount(Rule rule) {
        return switch (rule) {
            case PerHead(Money money) -> money.fen();
            case Part(int basisPoints) -> (long) basisPoints;
            case Rest _ -> null;
        };
    }

    Optional<Split> at(UUID unit, String plan, LocalDate day) {
        List<Share> shares = database.sql(AT)
                .param("unit", unit)
                .param("plan", plan)
                .param("day", day)
                .param("reach", Desk.reach())
                .query(JdbcSplits::share)
                .list();
        return shares.isEmpty() ? Optional.empty() : Optional.of(new Split(shares));
    }

    private static Share share(ResultSet row, int number) throws SQLException {
        long amount = row.getLong("amount");
        Rule rule = switch (row.getString("rule")) {
            case PER_HEAD -> new PerHead(Money.ofFen(amount));
            case PART -> new Part(Math.toIntExact(amount));
            default -> new Rest();
        };
        return new Share(
                new By(
                        Payer.valueOf(row.getString("payer")),
                        Optional.ofNullable(row.getObject("organisation", UUID.class)),
                        Optional.ofNullable(row.getString("sponsor"))),
                rule);
    }
}
