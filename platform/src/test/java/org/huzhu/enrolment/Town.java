package org.huzhu.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.catalogue.PlanDesk;
import org.huzhu.catalogue.PlanFounding;
import org.huzhu.catalogue.StartRule;
import org.huzhu.city.Townspeople;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.Sex;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnitFacts;
import org.springframework.boot.test.context.TestComponent;

/** Short words for the tests: an office with units, plans that are offered, rosters that are brought. */
@TestComponent
public class Town {

    /** The clock of the tests stands at the second of March 2026. */
    public static final LocalDate START = LocalDate.of(2026, 4, 1);

    /** Of these plans the terms are changed: one closed yesterday, one closes today, one is the same for all. */
    public static final String CLOSED = "综合";

    public static final String OPEN = "重症轻症综合";
    public static final String SAME_FOR_ALL = "轻度疾病";

    /** Only who was hired in the last sixty days joins it in the middle of a term, until the term of his unit ends. */
    public static final String ONLY_HIRED_JOIN = "重大疾病";

    /** Of these nobody holds both. */
    public static final String EITHER = "重症轻症综合";

    public static final String OR = "轻度疾病";

    private static final Path PLANS = Path.of("..", "plans");
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Townspeople PEOPLE = new Townspeople(7, 2026);

    private final Founding founding;
    private final PlanFounding plans;
    private final PlanDesk offers;
    private final EnrolmentDesk desk;
    private final RosterReading reading;
    private Optional<Organisation> office = Optional.empty();

    Town(Founding founding, PlanFounding plans, PlanDesk offers, EnrolmentDesk desk, RosterReading reading) {
        this.founding = founding;
        this.plans = plans;
        this.offers = offers;
        this.desk = desk;
        this.reading = reading;
    }

    /** The office, which offers all plans with the next month. */
    public Organisation office() {
        if (office.isEmpty()) {
            Organisation opened = open(Tier.OFFICE, "北京办事处", Optional.empty());
            office = Optional.of(opened);
            Map<String, String> files = files();
            Scope.ofSystem().run(() -> plans.found(files));
            files.keySet().stream()
                    .filter(file -> file.contains("/")
                            && !file.startsWith("案例")
                            && !file.startsWith("并用")
                            && !file.startsWith("地区"))
                    .map(file -> file.substring(0, file.indexOf('/')))
                    .distinct()
                    .forEach(plan -> offer(plan, opened, new StartRule.NextMonth()));
        }
        return office.orElseThrow();
    }

    public void offer(String plan, Organisation at, StartRule rule) {
        Caller officer = at(Role.PLAN_OFFICER, at);
        as(
                officer,
                () -> offers.offer(
                        officer,
                        new PlanDesk.Offer(plan, at.path(), LocalDate.of(2026, 1, 1), Optional.empty(), rule)));
    }

    private static Map<String, String> files() {
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(PLANS)) {
            for (Path file :
                    all.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                files.put(PLANS.relativize(file).toString().replace('\\', '/'), Files.readString(file, UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        change(files, CLOSED + "/2019.yaml", "投保时间: 全年", "投保时间: [{自: 11月1日, 至: 3月1日}]");
        change(files, OPEN + "/2024.yaml", "投保时间: 全年", "投保时间: [{自: 11月1日, 至: 3月2日}]");
        change(files, SAME_FOR_ALL + "/2021.yaml", "全员同份: 否", "全员同份: 是");
        change(files, ONLY_HIRED_JOIN + "/2024.yaml", "退费: 不退", "退费: 不退\n  中途参加: {入职后: 60日, 期满: 随单位同期满, 会费: 按月}");
        change(files, OR + "/2021.yaml", "退费: 不退", "退费: 不退\n  不能同时参加: [" + EITHER + "]");
        return files;
    }

    private static void change(Map<String, String> files, String file, String from, String to) {
        files.computeIfPresent(file, (_, text) -> text.replace(from, to));
    }

    public Organisation agency() {
        return open(Tier.AGENCY, "代办处" + NEXT.incrementAndGet(), Optional.of(office()));
    }

    public Organisation point(Organisation under) {
        return open(Tier.POINT, "代办点" + NEXT.incrementAndGet(), Optional.of(under));
    }

    /** A unit of an agency of its own, in which nobody is counted. */
    public Organisation unit() {
        return unit(agency());
    }

    public Organisation unit(Organisation under) {
        return open(Tier.UNIT, "单位" + NEXT.incrementAndGet(), Optional.of(under));
    }

    public Organisation unit(int staff, int women) {
        Organisation unit = unit();
        count(unit, staff, women);
        return unit;
    }

    /** Says how many work there. */
    public void count(Organisation unit, int staff, int women) {
        UnitFacts facts = new UnitFacts(
                Optional.empty(), Optional.empty(), UnitFacts.Kind.PRIVATE_ENTERPRISE, staff, women, Optional.empty());
        UnitFacts.Contact contact = new UnitFacts.Contact("联系人", "010-12345");
        Scope.ofSystem()
                .run(() -> founding.state(unit.id(), facts, contact, new Occasion(LocalDate.of(2020, 1, 1), "试验")));
    }

    private Organisation open(Tier tier, String name, Optional<Organisation> under) {
        return Scope.ofSystem()
                .call(() -> founding.open(
                        new Opening(tier, name, under.map(Organisation::id)),
                        new Occasion(LocalDate.of(2020, 1, 1), "试验")));
    }

    public static Caller at(Role role, Organisation organisation) {
        return new Caller(UUID.randomUUID(), role, Optional.of(organisation.path()), Optional.empty());
    }

    public static Caller handler(Organisation unit) {
        return at(Role.UNIT_HANDLER, unit);
    }

    public static <T> T as(Caller caller, Callable<T> work) {
        return caller.scope().call(() -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    public static void doAs(Caller caller, Runnable work) {
        caller.scope().run(work);
    }

    /** Somebody who was in no test before. */
    public static Person person() {
        return person(_ -> true);
    }

    /** A woman who was in no test before, and who is old enough and not too old for any plan. */
    public static Person woman() {
        return person(person -> person.sex() == Sex.FEMALE && person.age() >= 18 && person.age() <= 55);
    }

    public static Person man() {
        return person(person -> person.sex() == Sex.MALE && person.age() >= 18 && person.age() <= 55);
    }

    /** A girl of eight who was in no test before. */
    public static Person child() {
        String begin = "11010120180412%02d0".formatted(NEXT.incrementAndGet() % 100);
        String number = "0123456789X"
                .chars()
                .mapToObj(check -> begin + (char) check)
                .filter(text -> IdNumber.find(text).isPresent())
                .findFirst()
                .orElseThrow();
        return new Person("王小花", number, Sex.FEMALE, 8, "");
    }

    public static List<Person> people(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> person(person -> person.age() >= 18 && person.age() <= 55))
                .toList();
    }

    public static Person person(java.util.function.Predicate<Person> wanted) {
        while (true) {
            Townspeople.Townsman made = PEOPLE.person(NEXT.incrementAndGet());
            Person person = new Person(
                    made.name(), made.id().text(), made.id().sex(), made.id().ageOn(START), "");
            if (wanted.test(person)) {
                return person;
            }
        }
    }

    /** Somebody, and what else stands in his row: a number of units, or nothing. */
    public record Person(String name, String number, Sex sex, int age, String units) {

        Person with(int count) {
            return new Person(name, number, sex, age, Integer.toString(count));
        }

        Person called(String other) {
            return new Person(other, number, sex, age, units);
        }
    }

    public static byte[] roster(List<Person> people) {
        return roster(people, "2020-01-01");
    }

    /** A roster of people who were all hired on the day, or of whom it is not said. */
    public static byte[] roster(List<Person> people, String hired) {
        return people.stream()
                .map(person -> person.name() + "," + person.number() + "," + person.units() + "," + hired)
                .collect(Collectors.joining("\n", "姓名,身份证号,份数,入职日期\n", "\n"))
                .getBytes(UTF_8);
    }

    /** A file of changes: these come or take other units, those leave. */
    public static byte[] changes(List<Person> come, List<Person> leave) {
        return Stream.concat(
                        come.stream()
                                .map(person -> person.name() + "," + person.number() + "," + person.units() + ",增"),
                        leave.stream().map(person -> person.name() + "," + person.number() + ",,离职"))
                .collect(Collectors.joining("\n", "姓名,身份证号,份数,变动\n", "\n"))
                .getBytes(UTF_8);
    }

    public static Order order(Organisation unit, Channel channel, String... plans) {
        List<Wanted> wanted =
                Stream.of(plans).map(plan -> new Wanted(plan, Optional.empty())).toList();
        return new Order(unit.id(), wanted, START, 1, channel);
    }

    /** Brings a roster of a unit, directly, and waits until it is read. */
    public UUID bring(Organisation unit, List<Person> people, String... plans) {
        return bring(handler(unit), order(unit, Channel.DIRECT, plans), roster(people));
    }

    public UUID bring(Caller caller, Order order, byte[] file) {
        UUID batch = as(caller, () -> desk.bring(caller, order, "名册.csv", new ByteArrayInputStream(file)));
        await(batch);
        return batch;
    }

    public void correct(Caller caller, UUID batch, byte[] file) {
        doAs(caller, () -> desk.correct(caller, batch, "改正.csv", new ByteArrayInputStream(file)));
        await(batch);
    }

    public void await(UUID batch) {
        try {
            reading.join(batch);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public Look look(Organisation unit, UUID batch) {
        Caller handler = handler(unit);
        return as(handler, () -> desk.look(handler, batch));
    }

    public List<Look.Row> rows(Organisation unit, UUID batch, Look.Kind kind) {
        Caller handler = handler(unit);
        return as(handler, () -> desk.rows(handler, batch, kind, 0, 100));
    }

    public void confirm(Organisation unit, UUID batch) {
        Caller handler = handler(unit);
        doAs(handler, () -> desk.confirm(handler, batch));
    }

    public UUID enrol(Caller handler, Order order, List<Person> people) {
        UUID batch = bring(handler, order, roster(people));
        doAs(handler, () -> desk.confirm(handler, batch));
        return batch;
    }

    /** Begins the next term of the unit, and waits until all of it is judged. */
    public UUID renew(Organisation unit, Order order) {
        Caller handler = handler(unit);
        UUID batch = as(handler, () -> desk.renew(handler, order));
        await(batch);
        return batch;
    }

    /** Brings a roster and confirms it. */
    public UUID enrol(Organisation unit, List<Person> people, String... plans) {
        UUID batch = bring(unit, people, plans);
        confirm(unit, batch);
        return batch;
    }
}
