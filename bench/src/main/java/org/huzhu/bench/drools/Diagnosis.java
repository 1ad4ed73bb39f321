package org.huzhu.bench.drools;

/** A diagnosis; the first day is far in the future where it is not known. */
public record Diagnosis(int event, int circumstances, int day, int year, int disease, int firstOn) {}
