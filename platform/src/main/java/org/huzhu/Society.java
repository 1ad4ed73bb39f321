package org.huzhu;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.huzhu.database.Server;
import org.huzhu.kernel.WorkCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** The society online: all rooms over one database, which is open and migrated before this starts. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(systemName = "Huzhu")
public class Society {

    /** The rooms that have tables, in the order in which they may use each other. */
    public static final List<String> ROOMS = List.of(
            "house",
            "crypto",
            "audit",
            "ledger",
            "unions",
            "signon",
            "staff",
            "members",
            "catalogue",
            "enrolment",
            "contributions",
            "notices",
            "documents",
            "payments",
            "claims",
            "quarters");

    /** Where all days of the business are counted. */
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final String WORKDAYS = "workdays.txt";

    private static final int CONNECTIONS = 16;

    /** For Spring. */
    public Society() {}

    @Bean
    Clock clock() {
        return Clock.system(CHINA);
    }

    @Bean
    WorkCalendar workCalendar() throws IOException {
        try (InputStream file = Objects.requireNonNull(WorkCalendar.class.getResourceAsStream(WORKDAYS), WORKDAYS)) {
            return WorkCalendar.parse(new String(file.readAllBytes(), UTF_8));
        }
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(
            Server server,
            @Value("${huzhu.application:huzhu}") String application,
            @Value("${huzhu.idle:" + CONNECTIONS + "}") int idle) {
        HikariDataSource source = new HikariDataSource();
        source.setPoolName("runner");
        source.setJdbcUrl(server.url());
        source.setUsername(server.runner().role());
        source.setPassword(server.runner().password());
        source.setMaximumPoolSize(CONNECTIONS);
        source.setMinimumIdle(idle);
        source.addDataSourceProperty("ApplicationName", application);
        // What the database says of a row that it refuses may hold names: it stays out of errors and logs.
        source.addDataSourceProperty("logServerErrorDetail", "false");
        return source;
    }

    @Bean
    ScopeGate scopeGate(DataSource source) {
        return new ScopeGate(source);
    }
}
