package org.writ.transparency.ledger;

/**
 * The state of the tree.
 *
 * @param treeSize number of leaves
 * @param rootHash root over them
 */
public record TreeHead(long treeSize, Hash rootHash) {}
