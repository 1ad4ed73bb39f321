package org.huzhu.adjudication;

import java.util.function.IntFunction;
import org.huzhu.columns.FactColumns;
import org.huzhu.facts.Event.Person;
import org.huzhu.plan.Insured;

/** What events and persons, which are numbers in the columns, are called in a determination. */
record Names(IntFunction<String> events, IntFunction<Person> persons) {

    /** A person by the number alone; the member himself has no name. */
    static Person person(int number) {
        Insured insured = FactColumns.insured(number);
        return number == FactColumns.MEMBER ? Person.MEMBER : new Person(insured, String.valueOf(number));
    }
}
