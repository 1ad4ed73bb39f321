package org.huzhu.members;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.huzhu.database.Scope;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.staff.MemberSignIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers the door for members, before anybody has signed in: as the system, and with an id at most. */
@Service
class MemberDirectoryService implements MemberSignIn.Directory {

    private final JdbcMembers members;
    private final TransactionTemplate transaction;

    MemberDirectoryService(JdbcMembers members, PlatformTransactionManager transactions) {
        this.members = members;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<UUID> ofPhone(String phone) {
        return asSystem(() -> theOne(members.byPhone(Phone.parse(phone))));
    }

    @Override
    public Optional<UUID> ofNumberAndName(String number, String name) {
        Optional<IdNumber> found = IdNumber.find(number);
        Optional<String> given = nameOf(name);
        if (found.isEmpty() || given.isEmpty()) {
            return Optional.empty();
        }
        String asked = given.get();
        return asSystem(() -> theOne(members.byPaper(new Paper.Resident(found.get())).stream()
                .filter(line -> line.name().equals(asked))
                .toList()));
    }

    /** What cannot be a name is nobody's. */
    private static Optional<String> nameOf(String typed) {
        try {
            return Optional.of(new PersonName(typed).text());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void holds(UUID member, String phone) {
        asSystem(() -> {
            members.setPhone(member, Optional.of(Phone.parse(phone)));
            return Optional.of(member);
        });
    }

    /** Entries that were merged into another are that other; two persons are nobody. */
    private static Optional<UUID> theOne(List<MemberLine> lines) {
        List<UUID> persons = lines.stream()
                .map(line -> line.mergedInto().orElse(line.id()))
                .distinct()
                .toList();
        return persons.size() == 1 ? Optional.of(persons.getFirst()) : Optional.empty();
    }

    private Optional<UUID> asSystem(Supplier<Optional<UUID>> work) {
        return Scope.ofSystem().call(() -> transaction.execute(_ -> work.get()));
    }
}
