package org.huzhu.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Codes sent to phones, one row a phone, so that all limits are conditions of one statement; the token of an empty
 * society; and how often something was tried.
 */
@Repository
class JdbcCodes {

    private static final String SEND = """
            insert into staff.code (phone_index, digest, sent_at, sent_on, sent_count, expires_at, tries, is_used)
            values (:phone, :digest, :now, :today, 1, :expires, 0, false)
            on conflict (phone_index) do update
            set digest = excluded.digest, sent_at = excluded.sent_at, sent_on = excluded.sent_on,
                sent_count = case when code.sent_on = excluded.sent_on then code.sent_count + 1 else 1 end,
                expires_at = excluded.expires_at, tries = 0, is_used = false
            where code.sent_at <= :pause and (code.sent_on <> excluded.sent_on or code.sent_count < :max)
            """;

    private static final String TRY = """
            update staff.code set tries = tries + 1
            where phone_index = :phone and not is_used and expires_at > :now and tries < :max
            returning digest
            """;

    private static final String USE = """
            update staff.code set is_used = true
            where phone_index = :phone and digest = :digest and not is_used
            """;

    private static final String COUNT = """
            insert into staff.tally (what, since, count) values (:what, :now, 1)
            on conflict (what) do update
            set count = case when tally.since <= :cut then 1 else tally.count + 1 end,
                since = case when tally.since <= :cut then excluded.since else tally.since end
            returning count
            """;

    private static final String PREPARE_SETUP = """
            insert into staff.setup (digest)
            select :digest where not exists (select from staff.account)
            on conflict (is_one) do update set digest = excluded.digest where setup.used_at is null
            """;

    private static final String USE_SETUP = """
            update staff.setup set used_at = :now
            where digest = :digest and used_at is null and not exists (select from staff.account)
            """;

    private final JdbcClient database;
    private final SystemWork work;
    private final Chance chance;

    JdbcCodes(JdbcClient database, SystemWork work, Chance chance) {
        this.database = database;
        this.work = work;
        this.chance = chance;
    }

    /**
     * Counts one more, for good.
     *
     * @throws SignInRefused if it is more than {@code max} since the first within the time
     */
    void count(String what, int max, Duration within) {
        Instant now = chance.now();
        int count = work.call(() -> database.sql(COUNT)
                .param("what", what)
                .param("now", at(now))
                .param("cut", at(now.minus(within)))
                .query((row, _) -> row.getInt("count"))
                .single());
        if (count > max) {
            throw new SignInRefused(SignInRefused.Reason.TOO_OFTEN);
        }
    }

    /** Puts a code in the place of the last one; false where it is too soon, or too many today. */
    boolean send(byte[] phone, byte[] digest, Instant now, LocalDate today) {
        return database.sql(SEND)
                        .param("phone", phone)
                        .param("digest", digest)
                        .param("now", at(now))
                        .param("today", today)
                        .param("expires", at(now.plus(MemberSignIn.CODE_LIFE)))
                        .param("pause", at(now.minus(MemberSignIn.CODE_PAUSE)))
                        .param("max", MemberSignIn.CODES_A_DAY)
                        .update()
                == 1;
    }

    /** Counts a try and gives the digest to compare with; empty where nothing can be tried. */
    Optional<byte[]> take(byte[] phone, Instant now) {
        return database.sql(TRY)
                .param("phone", phone)
                .param("now", at(now))
                .param("max", MemberSignIn.CODE_TRIES)
                .query((row, _) -> row.getBytes("digest"))
                .optional();
    }

    boolean use(byte[] phone, byte[] digest) {
        return database.sql(USE).param("phone", phone).param("digest", digest).update() == 1;
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** Keeps the token of an empty society; false where it is not empty. */
    boolean prepareSetup(byte[] digest) {
        return database.sql(PREPARE_SETUP).param("digest", digest).update() == 1;
    }

    boolean useSetup(byte[] digest, Instant now) {
        return database.sql(USE_SETUP)
                        .param("digest", digest)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
