package org.huzhu.portal.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.access.Operation;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.proofs.Addresses.Row;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The table of addresses is whole: what it does not name is not there. */
@PageTest
class AddressesTest {

    private final Addresses addresses = Addresses.read();

    @Test
    void every_address_that_is_served_stands_in_the_table(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        Set<String> served = mapping.getHandlerMethods().keySet().stream()
                .flatMap(AddressesTest::served)
                .collect(Collectors.toSet());

        assertThat(addresses.rows().stream().map(row -> row.method() + " " + plain(row.address())))
                .as("the lines of addresses.txt, and what is served")
                .containsExactlyInAnyOrderElementsOf(served);
    }

    private static Stream<String> served(RequestMappingInfo info) {
        Set<String> methods =
                info.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toSet());
        return info.getPatternValues().stream()
                .flatMap(address -> (methods.isEmpty() ? Set.of("GET") : methods)
                        .stream().map(method -> method + " " + plain(address)));
    }

    /** Whatever it calls what it names. */
    private static String plain(String address) {
        return address.replaceAll("\\{[^}]*}", "{id}");
    }

    @Test
    void every_operation_has_an_address_or_a_reason_why_not() {
        Set<String> served =
                addresses.rows().stream().filter(Row::isGuarded).map(Row::who).collect(Collectors.toSet());
        List<String> operations =
                Arrays.stream(Operation.values()).map(Operation::title).toList();

        assertThat(Stream.concat(served.stream(), addresses.withoutAddress().stream()))
                .as("operations of addresses.txt, each once: with an address or with NONE and a reason")
                .containsExactlyInAnyOrderElementsOf(operations);
    }
}
