package org.huzhu.unions;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The organisations, as far as the scope of the caller reaches. */
public interface UnionTree {

    Optional<Organisation> find(UUID organisation);

    /** What each of them is called today; one out of reach is left out. */
    Map<UUID, String> names(Collection<UUID> organisations);

    /** The one that has the path today. */
    Optional<Organisation> at(String path);

    /** The open ones right below it, by name in the order of Pinyin. */
    List<Organisation> below(UUID organisation);

    /** The closed ones that stood right below it at last, by name. */
    List<Organisation> closedBelow(UUID organisation);

    /** Those above it, from the top down. */
    List<Organisation> above(UUID organisation);

    /** Where the scope begins: the open organisations that nothing in reach is above. */
    List<Branch> tops();

    /** The open ones right below it, each with the number of what is below. */
    List<Branch> branches(UUID organisation);

    /**
     * Those that have the words in their name or a name much like them, the likeliest first; or, where the words are a
     * credit code, those that have it.
     *
     * @param max how many at most
     */
    List<Organisation> search(String words, int max);

    /**
     * The open organisations that the words can mean: those with exactly this name, else all that a search finds. One
     * is meant only where there is one.
     *
     * @param max how many at most
     */
    List<Organisation> meant(String words, int max);

    Optional<Dossier> detail(UUID organisation);

    /** What it was called on a day; empty before it was opened and once it was closed. */
    Optional<String> nameOn(UUID organisation, LocalDate day);

    /** What it stood under on a day; empty for a top, before it was opened and once it was closed. */
    Optional<UUID> parentOn(UUID organisation, LocalDate day);

    /** What was known of it on a day. */
    Optional<UnitFacts> factsOn(UUID organisation, LocalDate day);
}
