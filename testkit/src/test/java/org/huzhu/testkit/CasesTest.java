package org.huzhu.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CasesTest {

    @Test
    void a_failing_case_can_be_run_again_exactly() {
        List<List<Long>> seen = new ArrayList<>();
        Throwable failure = catchThrowable(() -> Cases.check(1_000, cases -> {
            List<Long> list = cases.listOf(each -> each.wholeBetween(0, 9));
            if (list.contains(7L)) {
                seen.add(list);
                throw new AssertionError();
            }
        }));
        String again = requireNonNull(failure.getMessage()).split("=", 2)[1];
        System.setProperty("cases.again", again);
        try {
            Cases.check(1_000, cases -> seen.add(cases.listOf(each -> each.wholeBetween(0, 9))));
        } finally {
            System.clearProperty("cases.again");
        }

        assertThat(seen).hasSize(2);
        assertThat(seen.getFirst()).isEqualTo(seen.getLast());
    }
}
