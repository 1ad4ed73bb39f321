package org.huzhu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.huzhu.Society;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class HouseTest {

    private static final ApplicationModules ROOMS = ApplicationModules.of(Society.class);

    @Test
    void rooms_use_only_what_they_declare() {
        ROOMS.verify();
    }

    @Test
    void every_room_with_tables_is_a_room_of_the_house() {
        assertThat(ROOMS.stream().map(room -> room.getIdentifier().toString()))
                .containsAll(Society.ROOMS.stream()
                        .filter(room -> !room.equals("house"))
                        .toList());
    }
}
