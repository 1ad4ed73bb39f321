package org.huzhu.unions;

/**
 * An organisation in the tree, and how many open ones are below it.
 *
 * @param below those right below it
 * @param points agency points at any depth
 * @param units participating units at any depth
 */
public record Branch(Organisation organisation, int below, int points, int units) {}
