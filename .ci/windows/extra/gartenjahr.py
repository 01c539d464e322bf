from gartenjahr_tui.__main__ import main

main()
