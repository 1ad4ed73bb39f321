package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class ElderSwitchTest {

    private final ElderSwitch turn = new ElderSwitch();

    @Test
    void it_comes_back_to_the_page_where_it_was_turned() {
        assertThat(turn.turn(true, "/m/login").getHeaders().getFirst(HttpHeaders.LOCATION))
                .isEqualTo("/m/login");
    }

    @Test
    void it_leads_to_no_other_site() {
        assertThat(turn.turn(true, "https://elsewhere.example/").getHeaders().getFirst(HttpHeaders.LOCATION))
                .isEqualTo("/");
        assertThat(turn.turn(true, "//elsewhere.example/").getHeaders().getFirst(HttpHeaders.LOCATION))
                .isEqualTo("/");
    }
}
