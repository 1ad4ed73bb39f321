package org.huzhu.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.huzhu.Society;
import org.huzhu.database.Home;
import org.huzhu.database.Server;
import org.huzhu.demonstration.TurnedClock;
import org.huzhu.staff.MemberSignIn;
import org.huzhu.testdatabase.TestDatabase;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A database and a folder of its own for the society under test. */
@TestConfiguration(proxyBeanMethods = false)
class SocietyForTests {

    @Bean(destroyMethod = "")
    Server server() {
        return TestDatabase.fresh(Society.ROOMS);
    }

    @Bean
    Home home() throws IOException {
        Path folder = Files.createTempDirectory("huzhu-pages-");
        Home home = new Home(folder);
        home.make();
        return home;
    }

    @Bean
    @Primary
    TurnedClock turnedClock() {
        return new TurnedClock(Clock.system(Society.CHINA));
    }

    @Bean
    MemberDoor memberDoor(MemberSignIn signIn, Home home) {
        return new MemberDoor(signIn, home);
    }
}
