package org.huzhu.notices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Home;
import org.huzhu.database.Scope;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Newcomer;
import org.huzhu.members.Paper;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A message finds its member's phone as it is when it is sent. */
@RoomTest
@Import(Post.class)
class ShortMessagesTest {

    @Autowired
    private Post post;

    @Autowired
    private MemberRegister register;

    @Autowired
    private Founding founding;

    @Autowired
    private Home home;

    private String messages() throws IOException {
        return Files.readString(home.logs().resolve("messages.jsonl"), UTF_8);
    }

    @Test
    void the_phone_is_asked_for_when_the_message_goes_and_stands_in_no_table_of_notices(
            @Autowired JdbcClient database, @Autowired TransactionOperations transactions) throws IOException {
        Organisation unit = unit();
        Caller handler = new Caller(UUID.randomUUID(), Role.UNIT_HANDLER, Optional.of(unit.path()), Optional.empty());
        UUID member = admit(handler, unit, 110101_19850517_701L, Optional.of(Phone.parse("13900000001")));
        UUID silent = admit(handler, unit, 110101_19850517_702L, Optional.empty());
        post.tell("phone-1", member);
        post.tell("phone-2", silent);
        handler.scope().run(() -> register.changePhone(handler, member, Optional.of(Phone.parse("13900000002"))));
        post.go();

        assertThat(messages())
                .contains("\"phone\":\"13900000002\"", "【职工互助】您的互助金申请", "/m/claims/7f")
                .doesNotContain("13900000001");
        List<String> kept = Scope.ofSystem()
                .call(() -> transactions.execute(
                        _ -> database.sql("""
                        select n::text || d::text from notices.notice n join notices.delivery d on d.notice = n.number
                        order by n.number
                        """).query(String.class).list()));
        assertThat(kept).hasSize(2).noneMatch(row -> row.contains("139000"));
        assertThat(kept.getLast()).contains("NO_ADDRESS");
    }

    private Organisation unit() {
        Occasion occasion = new Occasion(LocalDate.of(2020, 1, 1), "试验");
        return Scope.ofSystem().call(() -> {
            Organisation office = founding.open(new Opening(Tier.OFFICE, "办事处", Optional.empty()), occasion);
            Organisation agency = founding.open(new Opening(Tier.AGENCY, "总工会", Optional.of(office.id())), occasion);
            return founding.open(new Opening(Tier.UNIT, "棉纺厂", Optional.of(agency.id())), occasion);
        });
    }

    private UUID admit(Caller handler, Organisation unit, long number, Optional<Phone> phone) {
        Newcomer newcomer = new Newcomer(
                new PersonName("王小明"),
                new Paper.Resident(new IdNumber(number)),
                Optional.empty(),
                Optional.empty(),
                phone,
                Optional.empty(),
                LocalDate.of(2020, 1, 1));
        return handler.scope().call(() -> register.admit(handler, unit.id(), newcomer));
    }
}
