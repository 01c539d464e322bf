"""What is read out of the open book: due lines, advice, rounds, figures, rings, picture, home.

Pure functions of the book and of a day. Where something is done here – a round is finished, a
seed becomes a partnership –, it is done through the book.
"""
