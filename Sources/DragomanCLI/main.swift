import Dragoman
print("dragoman")
