package org.huzhu.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.plan.Enrolment.Payer.EMPLOYER;
import static org.huzhu.plan.Enrolment.Payer.MEMBER;
import static org.huzhu.plan.Enrolment.Payer.UNIT_UNION;
import static org.huzhu.plan.Enrolment.Payer.UPPER_UNION;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huzhu.contributions.Split.By;
import org.huzhu.contributions.Split.Part;
import org.huzhu.contributions.Split.PerHead;
import org.huzhu.contributions.Split.Rest;
import org.huzhu.contributions.Split.Rule;
import org.huzhu.contributions.Split.Share;
import org.huzhu.kernel.Money;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.Test;

/** A contribution is divided to the fen. */
class SplitTest {

    private static final By UNIT = By.unit(UNIT_UNION);
    private static final By MEMBERS = By.unit(MEMBER);
    private static final By FIRM = By.unit(EMPLOYER);

    private static Split split(Share... shares) {
        return new Split(List.of(shares));
    }

    @Test
    void of_95_yuan_a_head_the_unit_pays_60_and_the_members_the_rest() {
        Split split = split(new Share(UNIT, new PerHead(Money.ofYuan(60))), new Share(MEMBERS, new Rest()));

        assertThat(split.divide(Money.ofYuan(95 * 12), 12))
                .containsExactly(Money.ofYuan(60 * 12), Money.ofYuan(35 * 12));
    }

    @Test
    void a_share_by_the_head_is_never_more_than_what_is_left() {
        Split split = split(
                new Share(UNIT, new PerHead(Money.ofYuan(60))),
                new Share(FIRM, new PerHead(Money.ofYuan(50))),
                new Share(MEMBERS, new Rest()));

        assertThat(split.divide(Money.ofYuan(95), 1)).containsExactly(Money.ofYuan(60), Money.ofYuan(35), Money.ZERO);
    }

    @Test
    void the_fen_that_no_part_can_have_goes_to_the_largest_remainder_then_to_the_first() {
        Split thirds = split(
                new Share(UNIT, new Part(3_333)), new Share(FIRM, new Part(3_333)), new Share(MEMBERS, new Rest()));
        Split halves = split(new Share(UNIT, new Part(5_000)), new Share(FIRM, new Part(5_000)));

        assertThat(thirds.divide(Money.ofFen(100), 1))
                .containsExactly(Money.ofFen(33), Money.ofFen(33), Money.ofFen(34));
        assertThat(halves.divide(Money.ofFen(101), 1)).containsExactly(Money.ofFen(51), Money.ofFen(50));
    }

    @Test
    void a_split_that_does_not_say_who_pays_all_is_refused() {
        assertThatThrownBy(() -> split(new Share(UNIT, new Part(9_999)))).hasMessageContaining("come to the whole");
        assertThatThrownBy(() -> split(new Share(UNIT, new PerHead(Money.ofYuan(1)))))
                .hasMessageContaining("come to the whole");
        assertThatThrownBy(() -> split(new Share(UNIT, new Rest()), new Share(FIRM, new Rest())))
                .hasMessageContaining("one rest");
        assertThatThrownBy(() -> split(new Share(UNIT, new Rest()), new Share(FIRM, new Part(10_000))))
                .hasMessageContaining("one rest");
        assertThatThrownBy(() -> split(new Share(UNIT, new Rest()), new Share(UNIT, new Part(1))))
                .hasMessageContaining("once");
        assertThatThrownBy(() -> By.unit(UPPER_UNION)).hasMessageContaining("upper union");
    }

    @Test
    void the_parts_always_sum_to_the_whole_and_none_is_below_zero() {
        Cases.check(5_000, cases -> {
            List<Share> shares = new ArrayList<>();
            int parts = 0;
            for (Rule rule :
                    cases.<Rule>listOf(SplitTest::rule).stream().limit(10).toList()) {
                if (rule instanceof Part(int basisPoints)) {
                    if (parts + basisPoints >= 10_000) {
                        continue;
                    }
                    parts += basisPoints;
                }
                shares.add(new Share(By.other(UPPER_UNION, new UUID(1, shares.size())), rule));
            }
            boolean isRest = parts == 0 || cases.wholeBetween(0, 1) == 1;
            shares.add(new Share(UNIT, isRest ? new Rest() : new Part(10_000 - parts)));
            Money whole = Money.ofFen(cases.wholeBetween(0, 10_000_000_000L));

            List<Money> divided = new Split(shares).divide(whole, (int) cases.wholeBetween(1, 5_000));

            assertThat(Money.sum(divided)).isEqualTo(whole);
            assertThat(divided).hasSameSizeAs(shares).noneMatch(Money::isNegative);
        });
    }

    private static Rule rule(Cases cases) {
        return cases.wholeBetween(0, 1) == 0
                ? new PerHead(Money.ofFen(cases.wholeBetween(1, 30_000)))
                : new Part((int) cases.wholeBetween(1, 9_999));
    }
}
