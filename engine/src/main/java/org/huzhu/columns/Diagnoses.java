package org.huzhu.columns;

/** Diseases that were diagnosed; the day of the event is the day of the diagnosis. */
public final class Diagnoses {

    final Ints disease = new Ints();
    final Ints pathology = new Ints();
    final Ints admitted = new Ints();
    final Ints first = new Ints();

    /** The number of the word that is the class of the dictionary. */
    public int disease(int diagnosis) {
        return disease.get(diagnosis);
    }

    /** The day of the pathology report, or {@link Day#NONE}. */
    public int pathologyOn(int diagnosis) {
        return pathology.get(diagnosis);
    }

    /** The day of the admission, or {@link Day#NONE}. */
    public int admittedOn(int diagnosis) {
        return admitted.get(diagnosis);
    }

    /** The day of the very first diagnosis, or {@link Day#NONE}. */
    public int firstDiagnosedOn(int diagnosis) {
        return first.get(diagnosis);
    }
}
