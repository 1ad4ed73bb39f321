package org.huzhu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScopeTest {

    @Test
    void an_organisation_reaches_itself_and_all_below_and_nothing_beside() {
        Scope scope = new Scope("clerk", List.of("bj.dc"), Optional.empty());

        assertThat(scope.reaches("bj.dc")).isTrue();
        assertThat(scope.reaches("bj.dc.tt.1")).isTrue();
        assertThat(scope.reaches("bj")).isFalse();
        assertThat(scope.reaches("bj.dcx")).isFalse();
    }

    @Test
    void nobody_reaches_anything_and_the_system_everything() {
        assertThat(Scope.ofNobody().reaches("bj")).isFalse();
        assertThat(Scope.ofSystem().reaches("bj.dc")).isTrue();
    }

    @Test
    void a_path_cannot_smuggle_in_another_setting() {
        assertThatThrownBy(() -> new Scope("clerk", List.of("bj\",\""), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_called_within_a_scope_knows_it_and_nothing_outside_does() throws Exception {
        String actor = Scope.ofSystem().call(() -> Scope.current().orElseThrow().actor());

        assertThat(actor).isEqualTo("system");
        assertThat(Scope.current()).isEmpty();
    }
}
