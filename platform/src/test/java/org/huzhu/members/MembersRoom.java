package org.huzhu.members;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.huzhu.Society;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.database.Home;
import org.huzhu.database.Server;
import org.huzhu.testdatabase.TestDatabase;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The room of members, with stand-ins that remember for the rooms below it. */
@TestConfiguration
class MembersRoom {

    static final Organisation MILL = unit(1, "第一棉纺厂", "bj.dc.mill");
    static final Organisation SCHOOL = unit(2, "第五中学", "bj.dc.school");
    static final Organisation HARBOUR = unit(3, "港务局", "tj.hb.harbour");
    static final Organisation CLOSED = new Organisation(
            new UUID(7, 4),
            Tier.UNIT,
            "关了的厂",
            "bj.dc.closed",
            Optional.empty(),
            LocalDate.of(2000, 1, 1),
            Optional.of(LocalDate.of(2020, 1, 1)));

    private static final List<Organisation> ALL = List.of(MILL, SCHOOL, HARBOUR, CLOSED);

    private static Organisation unit(int number, String name, String path) {
        return new Organisation(
                new UUID(7, number),
                Tier.UNIT,
                name,
                path,
                Optional.empty(),
                LocalDate.of(2000, 1, 1),
                Optional.empty());
    }

    /** An account in a post at the organisation with the path. */
    static Caller caller(Role role, String path) {
        return new Caller(UUID.randomUUID(), role, Optional.of(path), Optional.empty());
    }

    static Caller member(UUID id) {
        return new Caller(id, Role.MEMBER, Optional.empty(), Optional.of(id));
    }

    static <T> T as(Caller caller, Callable<T> work) {
        try {
            return caller.scope().call(work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static void doAs(Caller caller, Runnable work) {
        caller.scope().run(work);
    }

    @Bean
    Server server() {
        return TestDatabase.fresh(Society.ROOMS);
    }

    @Bean
    Home home() throws IOException {
        Home home = new Home(Files.createTempDirectory("huzhu-members-"));
        home.make();
        return home;
    }

    @Bean
    @Primary
    Gate gate() {
        return new Gate();
    }

    @Bean
    @Primary
    Trail trail() {
        return new Trail();
    }

    @Bean
    @Primary
    UnionTree tree() {
        return new Tree();
    }

    /** Lets everything pass but what a test closes. */
    static final class Gate implements Access {

        private final Set<Operation> closed = Collections.synchronizedSet(EnumSet.noneOf(Operation.class));

        void close(Operation operation) {
            closed.add(operation);
        }

        void openAll() {
            closed.clear();
        }

        @Override
        public void require(Caller caller, Operation operation, String path) {
            if (!allows(caller, operation, path)) {
                throw new Refused(caller, operation);
            }
        }

        @Override
        public boolean allows(Caller caller, Operation operation, String path) {
            return !closed.contains(operation);
        }
    }

    /** Remembers what was recorded by transactions that stand. */
    static final class Trail implements AuditTrail {

        private final List<Deed> deeds = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void record(Deed deed) {
            TransactionSynchronizationManager.registerSynchronization(
                    new org.springframework.transaction.support.TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            deeds.add(deed);
                        }
                    });
        }

        @Override
        public void recordApart(Deed deed) {
            deeds.add(deed);
        }

        List<Deed> of(UUID member) {
            synchronized (deeds) {
                return deeds.stream()
                        .filter(deed -> deed.object().equals(member.toString()))
                        .toList();
            }
        }
    }

    private static final class Tree implements UnionTree {

        private final Map<UUID, Organisation> all =
                ALL.stream().collect(java.util.stream.Collectors.toMap(Organisation::id, each -> each));

        @Override
        public Optional<Organisation> find(UUID organisation) {
            return Optional.ofNullable(all.get(organisation));
        }

        @Override
        public Map<UUID, String> names(java.util.Collection<UUID> organisations) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Organisation> at(String path) {
            return all.values().stream()
                    .filter(each -> each.path().equals(path))
                    .findFirst();
        }

        @Override
        public List<Organisation> meant(String words, int max) {
            return search(words, max);
        }

        @Override
        public List<Organisation> below(UUID organisation) {
            return List.of();
        }

        @Override
        public List<Organisation> closedBelow(UUID organisation) {
            return List.of();
        }

        @Override
        public List<Organisation> above(UUID organisation) {
            return List.of();
        }

        @Override
        public List<org.huzhu.unions.Branch> tops() {
            return List.of();
        }

        @Override
        public List<org.huzhu.unions.Branch> branches(UUID organisation) {
            return List.of();
        }

        @Override
        public List<Organisation> search(String words, int max) {
            return List.of();
        }

        @Override
        public Optional<org.huzhu.unions.Dossier> detail(UUID organisation) {
            return Optional.empty();
        }

        @Override
        public Optional<String> nameOn(UUID organisation, java.time.LocalDate day) {
            return Optional.empty();
        }

        @Override
        public Optional<UUID> parentOn(UUID organisation, java.time.LocalDate day) {
            return Optional.empty();
        }

        @Override
        public Optional<org.huzhu.unions.UnitFacts> factsOn(UUID organisation, java.time.LocalDate day) {
            return Optional.empty();
        }
    }
}
