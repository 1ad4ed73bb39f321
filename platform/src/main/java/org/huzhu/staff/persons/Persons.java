package org.huzhu.staff.persons;

import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.Phone;

/**
 * Who holds an account. It works in the scope at hand and asks no rights; what it tells is compared, or shown masked.
 */
public interface Persons {

    Optional<Person> of(UUID account);

    /** Whoever holds an account. */
    record Person(String name, Phone phone) {}
}
