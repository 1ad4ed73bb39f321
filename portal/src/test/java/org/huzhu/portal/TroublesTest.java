package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.huzhu.access.Operation;
import org.huzhu.access.ProofNeeded;
import org.huzhu.portal.pages.StaticTemplates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;

class TroublesTest {

    private final Troubles troubles = new Troubles(new StaticTemplates());

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/w/staff/new, /w/staff/new",
        "https://elsewhere.example/w/%2e%2e, /w",
        "mailto:somebody@example.org, /w",
        "http://[, /w",
        "'', /w"
    })
    void whoever_must_prove_himself_is_led_back_to_the_page_he_came_from(String referer, String back) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/w/staff/new");
        request.addHeader(HttpHeaders.REFERER, referer);

        var answer = troubles.refused(new ProofNeeded(Operation.STAFF_INVITE), request);

        assertThat(answer.getHeaders().getFirst(HttpHeaders.LOCATION)).isEqualTo("/w/step-up?back=" + back);
    }
}
