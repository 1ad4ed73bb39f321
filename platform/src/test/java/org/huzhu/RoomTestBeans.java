package org.huzhu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Home;
import org.huzhu.database.Server;
import org.huzhu.testdatabase.TestDatabase;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Primary;

/** What stands outside the society in tests. One test class has one database, and one society over it. */
@TestConfiguration(proxyBeanMethods = false)
class RoomTestBeans {

    @Bean
    Server server() {
        return TestDatabase.fresh(Society.ROOMS);
    }

    @Bean
    Home home() {
        try {
            Home home = new Home(Files.createTempDirectory("huzhu-room-"));
            home.make();
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    @Primary
    SetClock setClock() {
        return new SetClock();
    }

    /** Gives way to that of the room of secrets. */
    @Bean
    @Fallback
    Secrets plainSecrets() {
        return new PlainSecrets();
    }
}
