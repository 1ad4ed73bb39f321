package org.huzhu.operations;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huzhu.Society;
import org.huzhu.city.Machine;
import org.huzhu.city.UnitRosters;
import org.huzhu.database.Home;
import org.huzhu.database.Migrations;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.database.Servers;
import org.huzhu.database.Settings;
import org.huzhu.demonstration.TurnedClock;
import org.huzhu.operations.LargeUnit.Enrolled;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code huzhu bench enrolment}: how long units wait that bring large rosters, pay, and renew a year later, on a server
 * of our own with the settings that every other has; and how long it takes to write them out again.
 */
@Command(
        name = "enrolment",
        header = "参保：名册从上传、核对、确认、缴费到保障生效，再到导出和续保。",
        description = {
            "在临时目录建一个空的互助会（自带 PostgreSQL，设置与正式运行相同），名册里百分之一的行有错；测完删除。",
            "先由一家 2,000 人的单位预热，不计入。第一家单位独自办理，其余的由几位经办人同时办理。",
            "时间从上传算起；内存是 JVM 的堆比空闲时最多多用的。"
        },
        mixinStandardHelpOptions = true)
final class EnrolmentBench implements Callable<Integer> {

    private static final int SEED = 7;
    private static final int WARMING = 2_000;
    private static final Occasion BEGINNING = new Occasion(LocalDate.of(2020, 1, 1), "测速");

    @Option(names = "--rows", paramLabel = "行数", defaultValue = "100000", description = "每份名册的行数，缺省 100000。")
    private int rows;

    @Option(names = "--units", paramLabel = "单位数", defaultValue = "2", description = "几家单位参保，缺省 2；10 家约一百万人。")
    private int units;

    @Option(names = "--handlers", paramLabel = "人数", defaultValue = "2", description = "第一家之后，几位经办人同时办理，缺省 2。")
    private int handlers;

    @Option(names = "--work", paramLabel = "目录", description = "放临时文件的目录；缺省为系统的临时目录。")
    private @Nullable Path work;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        say("机器：" + Machine.describe());
        Path folder =
                work == null ? Files.createTempDirectory("huzhu-bench") : Files.createTempDirectory(work, "bench");
        Home home = new Home(folder);
        try (Server server = Servers.open(home, new Settings(Map.of()), _ -> {})) {
            Migrations.run(server, Society.ROOMS);
            SpringApplication application = Rooms.society(home, server, Rooms.BESIDE, "bench.log");
            application.setWebApplicationType(WebApplicationType.NONE);
            Rooms.turnClock(application);
            try (ConfigurableApplicationContext society = application.run()) {
                measure(society, folder);
            }
        } finally {
            delete(folder);
        }
        return 0;
    }

    private void measure(ConfigurableApplicationContext society, Path folder)
            throws IOException, InterruptedException, ExecutionException {
        FirstPlans.lay(society);
        Organisation office = open(society.getBean(Founding.class), Tier.OFFICE, "北京办事处", Optional.empty());
        Doors doors = new Doors(society, office);
        TurnedClock clock = doors.get(TurnedClock.class);
        clock.turnTo(doors.today().minusYears(1));
        FirstPlans.open(society, office);
        unit(doors, 0).enrol(roster(folder, 0, 0, WARMING), _ -> {});
        List<Path> rosters = new ArrayList<>();
        for (int number = 1; number <= units; number++) {
            rosters.add(roster(folder, number, WARMING + (number - 1) * rows, rows));
        }
        say(LargeUnit.HEADER);
        long begun = System.nanoTime();
        List<Enrolled> all = new ArrayList<>();
        LargeUnit first = unit(doors, 1);
        all.add(first.enrol(rosters.getFirst(), this::say));
        all.addAll(together(doors, rosters));
        say("%,d 人的保障已经生效，用了 %.0f 秒（第一家独自，其余 %d 人同时办理）"
                .formatted(all.stream().mapToInt(Enrolled::people).sum(), LargeUnit.since(begun), handlers));
        first.export(all.getFirst(), folder, this::say);
        clock.turnToPresent();
        say("一年后按登记续保");
        first.renew(this::say);
        say("系统负载 %.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }

    /** Several handlers, each with one unit after the other. */
    private List<Enrolled> together(Doors doors, List<Path> rosters) throws InterruptedException, ExecutionException {
        List<Enrolled> all = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(handlers)) {
            List<Future<Enrolled>> running = IntStream.range(1, rosters.size())
                    .mapToObj(
                            place -> people.submit(() -> unit(doors, place + 1).enrol(rosters.get(place), this::say)))
                    .toList();
            for (Future<Enrolled> each : running) {
                all.add(each.get());
            }
        }
        return all;
    }

    private static LargeUnit unit(Doors doors, int number) {
        Founding founding = doors.get(Founding.class);
        Organisation agency = open(founding, Tier.AGENCY, "代办处" + number, Optional.of(doors.office()));
        return new LargeUnit(doors, open(founding, Tier.UNIT, "单位" + number, Optional.of(agency)));
    }

    private static Organisation open(Founding founding, Tier tier, String name, Optional<Organisation> under) {
        Opening opening = new Opening(tier, name, under.map(Organisation::id));
        return Scope.ofSystem().call(() -> founding.open(opening, BEGINNING));
    }

    private static Path roster(Path folder, int number, int first, int rows) throws IOException {
        Path file = folder.resolve("roster-%d.xlsx".formatted(number));
        try (OutputStream out = Files.newOutputStream(file)) {
            new UnitRosters(SEED).write(first, rows, out);
        }
        return file;
    }

    private synchronized void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
