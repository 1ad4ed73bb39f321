package org.huzhu.contributions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.contributions.Split.By;
import org.huzhu.contributions.Split.Part;
import org.huzhu.contributions.Split.PerHead;
import org.huzhu.contributions.Split.Rest;
import org.huzhu.contributions.Split.Rule;
import org.huzhu.contributions.Split.Share;
import org.huzhu.contributions.SplitDesk.Said;
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

    private static final String END_ON = """
            update contributions.split set until_on = :until
            where unit = :unit and plan = :plan and until_on is null and from_on < :until and""" + Desk.IN;

    private static final String SAID = """
            select p.id, p.plan, p.from_on, p.until_on, s.payer, s.organisation, s.sponsor, s.rule, s.amount
            from contributions.split p join contributions.split_share s on s.split = p.id
            where p.unit = :unit and (p.until_on is null or p.until_on > :day)
              and""" + Desk.in("p") + "order by p.plan, p.from_on, s.place";

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

    /** That somebody says it, and when. */
    record Deed(UUID id, UUID unit, String path, String plan, LocalDate from, String by, OffsetDateTime at) {}

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

    void set(Deed said, Split split) {
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

    private void add(Deed said, int place, Share share) {
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

    /** Whether there was one that began before the day and had no end. */
    boolean end(UUID unit, String plan, LocalDate until) {
        return database.sql(END_ON)
                        .param("unit", unit)
                        .param("plan", plan)
                        .param("until", until)
                        .param("reach", Desk.reach())
                        .update()
                == 1;
    }

    /** What was said that holds on the day or later, by plan and day. */
    List<Said> said(UUID unit, LocalDate day) {
        Map<UUID, List<Share>> shares = new LinkedHashMap<>();
        Map<UUID, Spoken> spoken = new HashMap<>();
        database.sql(SAID)
                .param("unit", unit)
                .param("day", day)
                .param("reach", Desk.reach())
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    shares.computeIfAbsent(id, _ -> new ArrayList<>()).add(share(row, 0));
                    spoken.put(id, spoken(row));
                });
        List<Said> said = new ArrayList<>();
        shares.forEach((id, each) ->
                said.add(Optional.ofNullable(spoken.get(id)).orElseThrow().said(new Split(each))));
        return said;
    }

    /** Of what was said, all but the shares. */
    private record Spoken(Optional<String> plan, LocalDate from, Optional<LocalDate> until) {

        Said said(Split split) {
            return new Said(plan, split, from, until);
        }
    }

    private static Spoken spoken(ResultSet row) throws SQLException {
        return new Spoken(
                Optional.of(row.getString("plan")).filter(plan -> !plan.isEmpty()),
                row.getObject("from_on", LocalDate.class),
                Optional.ofNullable(row.getObject("until_on", LocalDate.class)));
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
